import { normalize } from "../src/imaging/normalize.ts";
import { stretch } from "../src/imaging/stretch.ts";
import { CLASSES } from "../src/inference/classes.ts";
import type { Made, Originals } from "./makers/maker.ts";
import { type MakerName, MAKERS } from "./makers/makers.ts";
import { type DataSet, PIXELS } from "./mnist.ts";
import { Random } from "./random.ts";
import { tighten } from "./tighten.ts";

/** Images to make, and of what. */
export interface Plan {
  readonly parts: readonly (readonly [name: MakerName, count: number])[];
  readonly seed: number;
  readonly originals: Originals;
}

/**
 * Makes one worker's share of the images: every `workers`th one from `rank` on. Each image has random
 * numbers of its own, so that it is the same whoever makes it.
 *
 * @param first Index of the first image in `data`; the others follow, plan by plan.
 * @param onMade Called after each image.
 */
export function make(
  data: DataSet,
  first: number,
  plans: readonly Plan[],
  rank: number,
  workers: number,
  onMade: () => void,
): void {
  let next = first;
  for (const { parts, seed, originals } of plans) {
    for (const [name, count] of parts) {
      for (let i = 0; i < count; i++, next++) {
        if (next % workers !== rank) continue;
        const random = new Random(seed * STREAMS + streamOf(name), i);
        write(data, next, makeOne(name, random, originals));
        onMade();
      }
    }
  }
}

/** More than there are makers. */
const STREAMS = 100;

function streamOf(name: MakerName): number {
  return Object.keys(MAKERS).indexOf(name);
}

/** Draws until there is ink. */
function makeOne(
  name: MakerName,
  random: Random,
  originals: Originals,
): Made {
  while (true) {
    const made = MAKERS[name](random, originals);
    const ink = made && tighten(made.ink);
    if (ink) return { label: made.label, ink };
  }
}

function write(data: DataSet, index: number, { label, ink }: Made): void {
  const image = label < CLASSES ? normalize(ink) : stretch(ink);
  for (let i = 0; i < PIXELS; i++) {
    data.images[index * PIXELS + i] = Math.round(255 * image[i]!);
  }
  data.labels[index] = label;
}
