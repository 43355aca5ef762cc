import { DIGIT_COUNT } from "../../src/inference/classes.ts";
import { type DataSet, PIXELS, SIDE } from "../../train/mnist.ts";
import { Random } from "../../train/random.ts";

/** A dot a class, each in its own place on a 4 x 3 board, with a little noise: easy to tell. */
export function drawDigits(count: number, seed = 1): DataSet {
  const random = new Random(seed);
  const images = new Uint8Array(count * PIXELS);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % DIGIT_COUNT);
  labels.forEach((label, i) => {
    const left = 6 + label % 4 * 5 + random.signed();
    const top = 7 + Math.floor(label / 4) * 6 + random.signed();
    for (let y = 0; y < SIDE; y++) {
      for (let x = 0; x < SIDE; x++) {
        const ink = 1.5 - Math.hypot(x - left, y - top) / 3;
        images[i * PIXELS + y * SIDE + x] = 255 * Math.min(1, Math.max(0, ink));
      }
    }
  });
  return { count, images, labels };
}
