/**
 * Which ink an answer rests on, found by taking it away (Zeiler and Fergus 2014, "Visualizing and
 * Understanding Convolutional Networks", section 4.2). A patch of paper is laid over every place of
 * the image in turn. What the answer loses by that is counted as log-odds, which unlike a
 * probability do not saturate: the last bit of ink of a plain digit still counts.
 */

/**
 * Side of the patch in pixels, odd: a third of a digit, so that a part of it goes and not a gap
 * comes in a stroke, which people and networks overlook.
 */
export const PATCH = 7;
/** Pixels from one place of the patch to the next: every pixel is still taken away 9 times or more. */
const STEP = 2;

/** A square image of one channel. */
export interface SquareImage {
  readonly side: number;
  /** Row-major, 0 = paper, 1 = full ink. */
  readonly pixels: Float32Array;
}

/** @returns The log-odds of the answer that is looked into. */
export type Belief = (pixels: Float32Array) => number;

/**
 * What every pixel of ink adds to an answer, in log-odds: above 0 where it speaks for it, below
 * where it speaks against it, exactly 0 where there is no ink. A pixel has the mean of all patches
 * that take it away; patches that take no ink away are not asked about.
 */
export function occlusion(
  { side, pixels }: SquareImage,
  believe: Belief,
): Float64Array {
  const whole = believe(pixels);
  const sums = new Float64Array(pixels.length);
  const counts = new Uint8Array(pixels.length);
  const covered = pixels.slice();
  for (let y = 0; y < side; y += STEP) {
    for (let x = 0; x < side; x += STEP) {
      const patch = patchAt(x, y, side);
      if (!patch.some((at) => pixels[at]! > 0)) continue;
      for (const at of patch) covered[at] = 0;
      const lost = whole - believe(covered);
      for (const at of patch) {
        covered[at] = pixels[at]!;
        sums[at]! += lost;
        counts[at]!++;
      }
    }
  }
  return sums.map((sum, at) => pixels[at]! > 0 ? sum / counts[at]! : 0);
}

/** The pixels of the patch around a place, as far as they are in the image. */
function patchAt(x: number, y: number, side: number): number[] {
  const reach = (PATCH - 1) / 2;
  const [left, right] = [Math.max(0, x - reach), Math.min(side - 1, x + reach)];
  const [top, bottom] = [Math.max(0, y - reach), Math.min(side - 1, y + reach)];
  const places: number[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      places.push(row * side + column);
    }
  }
  return places;
}
