import { createHash } from "node:crypto";
import { type Corpus, extended, indicesFrom } from "../corpus.ts";
import { type DataSet, PIXELS } from "../mnist.ts";

/**
 * How often a correction is shown in an epoch. They are few beside 217,500
 * images, and each is of a kind that is misread; many more times, and a wrong
 * one among them would be learnt by heart.
 */
const REPEATS = 4;

/** One correction is held out for as many in all. */
const ALL_PER_HELD_OUT = 5;

/** Images to train on with corrections among them. */
export interface MixedCorpus {
  readonly corpus: Corpus;
  /** Corrections that are trained on, each once. */
  readonly trained: Uint32Array;
  /** Corrections that nothing is trained on, as indices into `corpus.data`. */
  readonly heldOut: Uint32Array;
}

/**
 * Puts corrections behind the images of a corpus. Repetitions are images of
 * their own, since each image of an epoch is distorted in a way of its own.
 */
export function mixIn(corpus: Corpus, corrections: DataSet): MixedCorpus {
  const all = indicesFrom(0, corrections.count);
  const held = all.filter((index) => isHeldOut(corrections, index));
  const rest = all.filter((index) => !isHeldOut(corrections, index));
  const order = [
    ...held,
    ...Array.from({ length: REPEATS }, () => [...rest]).flat(),
  ];
  const first = corpus.data.count;
  const data = extended(corpus.data, order.length);
  order.forEach((index, i) => {
    data.images.set(imageOf(corrections, index), (first + i) * PIXELS);
    data.labels[first + i] = corrections.labels[index]!;
  });
  const trainedFrom = first + held.length;
  return {
    corpus: {
      ...corpus,
      data,
      training: Uint32Array.from([
        ...corpus.training,
        ...indicesFrom(trainedFrom, rest.length * REPEATS),
      ]),
    },
    trained: indicesFrom(trainedFrom, rest.length),
    heldOut: indicesFrom(first, held.length),
  };
}

/**
 * By the picture alone: one that was held out stays so when more are collected,
 * and with all answers that were given for it.
 */
function isHeldOut(corrections: DataSet, index: number): boolean {
  const hash = createHash("sha256").update(imageOf(corrections, index));
  return hash.digest().readUInt32BE() % ALL_PER_HELD_OUT === 0;
}

function imageOf({ images }: DataSet, index: number): Uint8Array {
  return images.subarray(index * PIXELS, (index + 1) * PIXELS);
}
