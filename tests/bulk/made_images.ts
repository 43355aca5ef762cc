import { serializeIdx } from "../../src/corrections/idx.ts";
import { seeded } from "../imaging/draw.ts";

export const SIDE = 28;
export const PIXELS = SIDE ** 2;
/** The image without ink among those that are made. */
export const BLANK = 3;

/** Images of a pen that wanders about: digits some of them, and none the others. */
export function makeImages(count: number): Uint8Array {
  const random = seeded(1);
  const images = new Uint8Array(count * PIXELS);
  for (let index = 0; index < count; index++) {
    if (index === BLANK) continue;
    const image = images.subarray(index * PIXELS, (index + 1) * PIXELS);
    let [x, y, angle] = [8 + 12 * random(), 6 + 8 * random(), 6.3 * random()];
    for (let step = 0; step < 30; step++) {
      angle += random() - 0.4;
      x = Math.min(23, Math.max(4, x + Math.cos(angle)));
      y = Math.min(23, Math.max(4, y + Math.sin(angle)));
      const at = Math.round(y) * SIDE + Math.round(x);
      for (const dot of [at, at + 1, at + SIDE, at + SIDE + 1]) {
        image[dot] = 255 - Math.floor(40 * random());
      }
    }
  }
  return images;
}

/** As an IDX file. */
export function idxOf(images: Uint8Array): Uint8Array {
  return serializeIdx([images.length / PIXELS, SIDE, SIDE], images);
}
