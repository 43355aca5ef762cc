import type { Gray } from "./sharp.ts";

/** Threshold that parts grey levels best (Otsu 1979): what people take who threshold. */
export function otsu(data: Uint8Array): number {
  const histogram = new Float64Array(256);
  for (const value of data) histogram[value]!++;
  let sum = 0;
  histogram.forEach((count, value) => sum += count * value);
  let [best, threshold, below, sumBelow] = [0, 0, 0, 0];
  for (let value = 0; value < 256; value++) {
    below += histogram[value]!;
    sumBelow += value * histogram[value]!;
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const difference = sumBelow / below - (sum - sumBelow) / above;
    const between = below * above * difference * difference;
    if (between > best) [best, threshold] = [between, value];
  }
  return threshold;
}

/** Ink on no ink, 0..255: what is darker than the threshold, as dark as it is. */
export function inkOf(data: Uint8Array, threshold: number): Uint8Array {
  const ink = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) {
    if (data[i]! <= threshold) ink[i] = 255 - data[i]!;
  }
  return ink;
}

/** The box around all ink; null where there is none. */
export function inkBox(ink: Uint8Array, width: number) {
  let [left, right, top, bottom] = [width, -1, -1, -1];
  for (let i = 0; i < ink.length; i++) {
    if (ink[i] === 0) continue;
    const x = i % width;
    const y = (i - x) / width;
    if (top === -1) top = y;
    bottom = y;
    if (x < left) left = x;
    if (x > right) right = x;
  }
  if (top === -1) return null;
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

const SIDE = 28;

/** Puts a glyph of 20 pixels so that its centre of mass is in the middle of 28x28. */
export function centre({ data, info }: Gray): Float32Array {
  const { width, height } = info;
  let [mass, sumX, sumY] = [0, 0, 0];
  data.forEach((value, i) => {
    mass += value;
    sumX += value * (i % width);
    sumY += value * Math.floor(i / width);
  });
  const clamp = (value: number, size: number) =>
    Math.min(SIDE - size, Math.max(0, Math.round(value)));
  const left = clamp(SIDE / 2 - 0.5 - sumX / mass, width);
  const top = clamp(SIDE / 2 - 0.5 - sumY / mass, height);
  const pixels = new Float32Array(SIDE * SIDE);
  data.forEach((value, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    pixels[(top + y) * SIDE + left + x] = value / 255;
  });
  return pixels;
}
