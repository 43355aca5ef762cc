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
  const longer = Math.max(width, height);
  const scratch: Scratch = {
    line: new Uint8Array(longer),
    fromLeft: new Uint8Array(longer),
    fromRight: new Uint8Array(longer),
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

/** Dark for light. */
export function invert({ width, height, data }: Plane): Plane {
  return { width, height, data: data.map((level) => 255 - level) };
}

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
  const block = 2 * radius + 1;
  for (let i = 0, at = start; i < length; i++, at += step) line[i] = data[at]!;
  for (let i = 0, left = 0; i < length; i++) {
    left = i % block === 0 ? line[i]! : Math.max(left, line[i]!);
    fromLeft[i] = left;
  }
  for (let i = length - 1, right = 0; i >= 0; i--) {
    right = i % block === block - 1 ? line[i]! : Math.max(right, line[i]!);
    fromRight[i] = right;
  }
  const lastBlock = length - 1 - (length - 1) % block;
  for (let i = 0, at = start; i < length; i++, at += step) {
    const from = i - radius;
    const to = Math.min(length - 1, i + radius);
    const first = from < 0 ? 0 : fromRight[from]!;
    // Cut off at the end, a window may lie in one block with what precedes it.
    const isCut = i + radius >= length && from >= lastBlock;
    const last = isCut ? 0 : fromLeft[to]!;
    data[at] = Math.max(first, last);
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
