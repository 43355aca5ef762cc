/**
 * Averages each pixel with those up to `radius` away in its row and then in its
 * column, edges continued; a part of a pixel counts as such.
 *
 * @param plane height x width, row-major; changed in place.
 */
export function boxBlur(
  plane: Float32Array,
  width: number,
  height: number,
  radius: number,
): void {
  if (radius <= 0) return;
  const edge = Math.floor(radius) + 1;
  const line = new Float32Array(Math.max(width, height) + 2 * edge);
  for (let y = 0; y < height; y++) {
    blurLine(plane, line, y * width, 1, width, radius);
  }
  for (let x = 0; x < width; x++) {
    blurLine(plane, line, x, width, height, radius);
  }
}

/** Two boxes make a tent, near enough to a lens out of focus. */
export function softBlur(
  plane: Float32Array,
  width: number,
  height: number,
  radius: number,
): void {
  boxBlur(plane, width, height, radius / 2);
  boxBlur(plane, width, height, radius / 2);
}

function blurLine(
  plane: Float32Array,
  line: Float32Array,
  start: number,
  step: number,
  length: number,
  radius: number,
): void {
  const whole = Math.floor(radius);
  const part = radius - whole;
  const edge = whole + 1;
  line.fill(plane[start]!, 0, edge);
  for (let i = 0; i < length; i++) line[edge + i] = plane[start + i * step]!;
  line.fill(
    plane[start + (length - 1) * step]!,
    edge + length,
    length + 2 * edge,
  );
  const share = 1 / (2 * radius + 1);
  let sum = 0;
  for (let k = 1; k <= 2 * whole + 1; k++) sum += line[k]!;
  for (let i = 0; i < length; i++) {
    const next = line[i + 2 * edge]!;
    plane[start + i * step] = (sum + part * (line[i]! + next)) * share;
    sum += next - line[i + 1]!;
  }
}

/**
 * Averages along a line, as a hand that moves while the shutter is open.
 *
 * @param length Pixels.
 * @param angle Radians.
 * @returns height x width, row-major.
 */
export function motionBlur(
  plane: Float32Array,
  width: number,
  height: number,
  length: number,
  angle: number,
): Float32Array {
  const steps = Math.max(1, Math.ceil(length));
  const blurred = new Float32Array(plane.length);
  for (let k = 0; k < steps; k++) {
    const along = ((k + 0.5) / steps - 0.5) * length;
    const dx = Math.round(along * Math.cos(angle));
    const dy = Math.round(along * Math.sin(angle));
    for (let y = 0; y < height; y++) {
      const row = Math.min(height - 1, Math.max(0, y + dy)) * width;
      for (let x = 0; x < width; x++) {
        const column = Math.min(width - 1, Math.max(0, x + dx));
        blurred[y * width + x]! += plane[row + column]! / steps;
      }
    }
  }
  return blurred;
}
