import { distances } from "./distance.ts";
import type { Ink } from "./ink.ts";
import { resample } from "./resample.ts";
import { strokeWidth } from "./stroke_width.ts";

/**
 * Gives hairlines the width of a pen before they are shrunk. Shrunk as it is, a
 * stroke far below a pixel wide fades and breaks up, and the network, which has
 * seen pens, would read its remains.
 *
 * Width is counted in parts of MNIST's digits, 20 on the longer side. Of its
 * 10,000 test images 99.9% have strokes of 1.3 to 5.4 (median 2.4, a quarter
 * below 2.05). Thicker strokes are left alone: what closed up in them does not
 * open when they are thinned.
 */

/** Strokes thinner than all but 0.1% of MNIST's are thickened. */
const THINNEST = 1.2;

/** To this: a thin pen. */
const TARGET = 1.9;

/** Pixels of the longer side of a digit in MNIST. */
const DIGIT_SIDE = 20;

/** Pixels of the longer side at which width is measured: smooths rough edges. */
const MEASURED_SIDE = 2 * DIGIT_SIDE;

/** Pixels of the longer side at which ink is thickened. */
const WORKING_SIDE = 8 * DIGIT_SIDE;

/** Part of the strongest ink from which a pixel belongs to a stroke. */
const STROKE_INK = 1 / 2;

/** The ink of a character, or the same with strokes as wide as a thin pen's. */
export function thicken(ink: Ink): Ink {
  const width = relativeWidth(ink);
  if (width === 0 || width >= THINNEST) return ink;
  const small = maxima(ink);
  const longer = Math.max(small.width, small.height);
  const missing = (TARGET * longer / DIGIT_SIDE - strokeWidth(small)) / 2;
  return missing > 0 ? dilate(small, missing) : small;
}

function relativeWidth(ink: Ink): number {
  const longer = Math.max(ink.width, ink.height);
  if (longer <= MEASURED_SIDE) return strokeWidth(ink) * DIGIT_SIDE / longer;
  const ratio = MEASURED_SIDE / longer;
  const width = Math.max(1, Math.round(ink.width * ratio));
  const height = Math.max(1, Math.round(ink.height * ratio));
  const data = resample(ink.data, ink.width, ink.height, width, height);
  return strokeWidth({ width, height, data }) * DIGIT_SIDE / MEASURED_SIDE;
}

/** Reduces ink by blocks to their strongest: no hairline is lost. */
function maxima({ width, height, data }: Ink): Ink {
  const block = Math.ceil(Math.max(width, height) / WORKING_SIDE);
  const columns = Math.ceil(width / block);
  const rows = Math.ceil(height / block);
  const small = new Float32Array(columns * rows);
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(y / block) * columns;
    for (let x = 0; x < width; x++, i++) {
      const at = row + Math.floor(x / block);
      if (data[i]! > small[at]!) small[at] = data[i]!;
    }
  }
  return { width: columns, height: rows, data: small };
}

/** Widens strokes by `radius` pixels to each side, with soft edges. */
function dilate(ink: Ink, radius: number): Ink {
  const pad = Math.ceil(radius);
  const width = ink.width + 2 * pad;
  const height = ink.height + 2 * pad;
  const peak = ink.data.reduce((most, value) => Math.max(most, value), 0);
  const isStroke = new Uint8Array(width * height);
  const padded = new Float32Array(width * height);
  for (let y = 0, i = 0; y < ink.height; y++) {
    for (let x = 0; x < ink.width; x++, i++) {
      const at = (y + pad) * width + x + pad;
      padded[at] = ink.data[i]!;
      isStroke[at] = ink.data[i]! >= STROKE_INK * peak ? 1 : 0;
    }
  }
  const away = distances(isStroke, width, height);
  const data = padded.map((value, i) =>
    Math.max(value, peak * Math.min(1, Math.max(0, radius - away[i]! + 0.5)))
  );
  return { width, height, data };
}
