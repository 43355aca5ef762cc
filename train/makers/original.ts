import type { Ink } from "../../src/imaging/ink.ts";
import { PIXELS, SIDE } from "../mnist.ts";
import type { Random } from "../random.ts";
import type { Made, Originals } from "./maker.ts";

/** One of MNIST's own digits, of those wanted; 28x28. */
export function pickOriginal(
  random: Random,
  { mnist, indices }: Originals,
  isWanted: (digit: number) => boolean = () => true,
): Made {
  while (true) {
    const index = indices[Math.floor(indices.length * random.uniform())]!;
    const label = mnist.labels[index]!;
    if (!isWanted(label)) continue;
    const pixels = mnist.images.subarray(index * PIXELS, (index + 1) * PIXELS);
    const data = Float32Array.from(pixels, (value) => value / 255);
    const ink: Ink = { width: SIDE, height: SIDE, data };
    return { label, ink };
  }
}
