/**
 * Dilation and closing of a plane by a square, in a time that does not depend on
 * its size: each row, then each column, by the running maximum of van Herk (1992)
 * and Gil and Werman (1993): maxima from the left and from the right within
 * blocks as long as the window, of which every window needs one each.
 */

/** Gray levels with their size; height x width, row-major, 0..255. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * Fills everything darker than its surroundings in which no square of
 * 2 x `radius` + 1 fits. What reaches the edge of the plane goes on beyond it.
 *
 * @param margin By how many pixels the light parts left are shrunk again.
 */
export function close(plane: Plane, radius: number, margin = 0): Plane {
  const pad = radius + margin;
  const padded = padEdges(plane, pad);
  const closed = erode(dilate(padded, radius), radius + margin);
  return cropMiddle(closed, pad);
}

/** The lightest level within `radius` pixels along both axes. */
export function dilate(plane: Plane, radius: number): Plane {
  const { width, height } = plane;
  const data = plane.data.slice();
  const longest = Math.max(width, height) + 2 * radius;
  const scratch: Scratch = {
    line: new Uint8Array(longest),
    fromLeft: new Uint8Array(longest),
    fromRight: new Uint8Array(longest),
  };
  for (let y = 0; y < height; y++) {
    dilateLine(data, y * width, 1, width, radius, scratch);
  }
  for (let x = 0; x < width; x++) {
    dilateLine(data, x, width, height, radius, scratch);
  }
  return { width, height, data };
}

/** The darkest level within `radius` pixels along both axes. */
export function erode(plane: Plane, radius: number): Plane {
  return invert(dilate(invert(plane), radius));
}

/** Dark for light. A loop: `map()` calls a function for each pixel, which takes ten times as long. */
export function invert({ width, height, data }: Plane): Plane {
  const inverted = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) inverted[i] = 255 - data[i]!;
  return { width, height, data: inverted };
}

/** As long as the longest line with `radius` pixels on either side. */
interface Scratch {
  readonly line: Uint8Array;
  readonly fromLeft: Uint8Array;
  readonly fromRight: Uint8Array;
}

function dilateLine(
  data: Uint8Array,
  start: number,
  step: number,
  length: number,
  radius: number,
  { line, fromLeft, fromRight }: Scratch,
): void {
  const padded = length + 2 * radius;
  line.fill(0, 0, radius);
  line.fill(0, radius + length, padded);
  for (let i = 0, at = start; i < length; i++, at += step) {
    line[radius + i] = data[at]!;
  }
  const block = 2 * radius + 1;
  for (let from = 0; from < padded; from += block) {
    const to = Math.min(padded, from + block);
    for (let i = from, left = 0; i < to; i++) {
      left = Math.max(left, line[i]!);
      fromLeft[i] = left;
    }
    for (let i = to - 1, right = 0; i >= from; i--) {
      right = Math.max(right, line[i]!);
      fromRight[i] = right;
    }
  }
  for (let i = 0, at = start; i < length; i++, at += step) {
    data[at] = Math.max(fromRight[i]!, fromLeft[i + 2 * radius]!);
  }
}

function padEdges({ width, height, data }: Plane, pad: number): Plane {
  const wide = width + 2 * pad;
  const padded = new Uint8Array(wide * (height + 2 * pad));
  for (let y = 0; y < height + 2 * pad; y++) {
    const row = Math.min(height - 1, Math.max(0, y - pad)) * width;
    const at = y * wide;
    padded.fill(data[row]!, at, at + pad);
    padded.set(data.subarray(row, row + width), at + pad);
    padded.fill(data[row + width - 1]!, at + pad + width, at + wide);
  }
  return { width: wide, height: height + 2 * pad, data: padded };
}

function cropMiddle(plane: Plane, pad: number): Plane {
  const width = plane.width - 2 * pad;
  const height = plane.height - 2 * pad;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (y + pad) * plane.width + pad;
    data.set(plane.data.subarray(from, from + width), y * width);
  }
  return { width, height, data };
}
