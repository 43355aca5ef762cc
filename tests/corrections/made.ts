import type { NewCorrection } from "../../src/corrections/correction.ts";
import { PICTURE_BYTES } from "../../src/corrections/correction.ts";

/** A correction with a picture that no other number gives. */
export function made(
  number: number,
  said: Partial<NewCorrection> = {},
): NewCorrection {
  const pixels = new Uint8Array(PICTURE_BYTES);
  // An upright bar, and the number in its lower half.
  for (let y = 4; y < 24; y++) pixels.fill(255, y * 28 + 13, y * 28 + 15);
  new DataView(pixels.buffer).setUint32(20 * 28, number + 1);
  return { pixels, digit: 1, read: 7, date: "2026-11-26", ...said };
}
