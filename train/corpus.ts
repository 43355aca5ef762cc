import { CLASSES, DIGIT_COUNT } from "../src/inference/classes.ts";
import { split } from "./batches.ts";
import { corpusFile, readMade, writeMade } from "./corpus_cache.ts";
import type { Plan } from "./make.ts";
import type { MakeJob } from "./make_worker.ts";
import type { MakerName } from "./makers/makers.ts";
import { type DataSet, PIXELS } from "./mnist.ts";
import type { Recipe } from "./recipe.ts";
import type { FontSplit } from "./synthetic/families.ts";
import { digitGlyphs, letterGlyphs } from "./synthetic/fonts.ts";

/** All that is trained on and held out: MNIST's training images, then what was made. */
export interface Corpus {
  /** Labels are classes, or two digits as in `labelOfTwo`; shared by all workers. */
  readonly data: DataSet;
  /** Indices into `data`, as all below. */
  readonly training: Uint32Array;
  /** MNIST's held-out images. */
  readonly validation: Uint32Array;
  /** Made of held-out images, or by seeds that nothing is trained on. */
  readonly madeValidation: Uint32Array;
}

/** One image is held out for as many that are made to train on. */
const TRAINED_PER_HELD_OUT = 10;

/** All runs are trained on the same images, so that they can be compared. */
const TRAINING_SEED = 11;
const HELD_OUT_SEED = 12;

/**
 * Makes what is to be made, which takes minutes, or takes it from where an earlier run left it.
 *
 * @param onProgress Told from time to time how many images are made, and of how many.
 */
export async function makeCorpus(
  mnist: DataSet,
  recipe: Recipe,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Corpus> {
  const { training, validation } = split(mnist.count, recipe.validation);
  const parts = Object.entries(recipe.made) as [MakerName, number][];
  const held = parts.map(([name, count]): [MakerName, number] => [
    name,
    Math.ceil(count / TRAINED_PER_HELD_OUT),
  ]);
  const trained = sum(parts);
  const data = extended(mnist, trained + sum(held));
  const made = {
    images: data.images.subarray(mnist.images.length),
    labels: data.labels.subarray(mnist.count),
  };
  const file = await corpusFile(recipe);
  const kept = await readMade(file, made.images.length + made.labels.length);
  if (kept) {
    made.images.set(kept.subarray(0, made.images.length));
    made.labels.set(kept.subarray(made.images.length));
  } else {
    const plans = [
      await planOf(parts, TRAINING_SEED, data, training, "training"),
      await planOf(held, HELD_OUT_SEED, data, validation, "unseen"),
    ];
    await makeAll(data, mnist.count, plans, recipe.workers, onProgress);
    await writeMade(file, [made.images, made.labels]);
  }
  return {
    data,
    training: Uint32Array.from([
      ...training,
      ...indicesFrom(mnist.count, trained),
    ]),
    validation,
    madeValidation: indicesFrom(mnist.count + trained, sum(held)),
  };
}

/** The digits of a set, and what is none; images of two digits are neither. */
export function partition(
  { labels }: DataSet,
  indices: Uint32Array,
): { digits: Uint32Array; nonDigits: Uint32Array } {
  return {
    digits: indices.filter((index) => labels[index]! < DIGIT_COUNT),
    nonDigits: indices.filter((index) => isNone(labels[index]!)),
  };
}

function isNone(label: number): boolean {
  return label >= DIGIT_COUNT && label < CLASSES;
}

/** Pixels of the longer side of a glyph: twice what the network sees. */
const GLYPH_SIDE = 40;

async function planOf(
  parts: Plan["parts"],
  seed: number,
  mnist: DataSet,
  indices: Uint32Array,
  families: FontSplit,
): Promise<Plan> {
  const glyphs = {
    digits: await digitGlyphs(families, GLYPH_SIDE),
    letters: await letterGlyphs(families, GLYPH_SIDE),
  };
  return { parts, seed, originals: { mnist, indices, glyphs } };
}

async function makeAll(
  data: DataSet,
  first: number,
  plans: readonly Plan[],
  workers: number,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const total = plans.reduce((all, { parts }) => all + sum(parts), 0);
  let done = 0;
  await Promise.all(Array.from({ length: workers }, async (_, rank) => {
    const worker = new Worker(import.meta.resolve("./make_worker.ts"), {
      type: "module",
    });
    try {
      await new Promise<void>((resolve, reject) => {
        worker.onmessage = ({ data: made }: MessageEvent<number | null>) => {
          if (made === null) return resolve();
          done += made;
          onProgress(done, total);
        };
        worker.onerror = (event) => {
          event.preventDefault();
          reject(new Error(`Cannot make images: ${event.message}`));
        };
        worker.postMessage(
          { data, first, plans, rank, workers } satisfies MakeJob,
        );
      });
    } finally {
      worker.terminate();
    }
  }));
}

function sum(parts: readonly (readonly [MakerName, number])[]): number {
  return parts.reduce((all, [, count]) => all + count, 0);
}

/** A copy with room for more images, where all workers see it. */
export function extended(set: DataSet, more: number): DataSet {
  const count = set.count + more;
  const images = new Uint8Array(new SharedArrayBuffer(count * PIXELS));
  const labels = new Uint8Array(new SharedArrayBuffer(count));
  images.set(set.images);
  labels.set(set.labels);
  return { count, images, labels };
}

export function indicesFrom(first: number, count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, i) => first + i);
}
