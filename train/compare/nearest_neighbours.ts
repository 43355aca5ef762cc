import { DIGIT_COUNT } from "../../src/inference/classes.ts";
import { type DataSet, PIXELS } from "../mnist.ts";
import { largest } from "../score.ts";
import * as tf from "../tfjs.ts";
import type { Family, Reader } from "./family.ts";

/** Neighbours that vote: the best of the usual choices on MNIST. */
const NEIGHBOURS = 3;

/**
 * Training images whose distances are computed at once: with the images to read, a block's distances
 * stay within a few megabytes.
 */
const BLOCK = 4000;

/** Keeps everything, learns nothing. */
export const NEAREST_NEIGHBOURS: Family = {
  id: "k-nn",
  name: "k nearest neighbours",
  explanation:
    "Learns nothing: it keeps all 60,000 images, and compares each new one with every one of them, " +
    "pixel by pixel; the three nearest vote. That needs no training and reads well, but the same " +
    "seven written a little higher is far away by this measure, and reading one image takes as " +
    "long as a thousand take a network.",
  reference: 0.971,
  epochs: null,
  fit: (training) => createReader(training),
};

/** Part of the training images on the backend. */
interface Block {
  /** 784 x count, 0..1. */
  readonly images: tf.Tensor2D;
  /** Squared length of each image, negative and halved. */
  readonly halves: Float32Array;
  readonly labels: Uint8Array;
}

function createReader(training: DataSet): Reader {
  const blocks = Array.from(
    { length: Math.ceil(training.count / BLOCK) },
    (_, i) => createBlock(training, i * BLOCK),
  );
  return {
    parameters: training.count * PIXELS,
    read(images) {
      const count = images.length / PIXELS;
      const nearest = new Nearest(count);
      const asked = tf.tensor2d(scaled(images), [count, PIXELS]);
      for (const block of blocks) addBlock(nearest, asked, block);
      asked.dispose();
      return nearest.vote();
    },
    [Symbol.dispose]() {
      for (const { images } of blocks) images.dispose();
    },
  };
}

function createBlock({ count, images, labels }: DataSet, from: number): Block {
  const to = Math.min(count, from + BLOCK);
  const pixels = scaled(images.subarray(from * PIXELS, to * PIXELS));
  const halves = Float32Array.from({ length: to - from }, (_, i) => {
    const image = pixels.subarray(i * PIXELS, (i + 1) * PIXELS);
    return -image.reduce((sum, value) => sum + value ** 2, 0) / 2;
  });
  const columns = tf.tidy(() =>
    tf.transpose(tf.tensor2d(pixels, [to - from, PIXELS]))
  );
  return { images: columns, halves, labels: labels.subarray(from, to) };
}

/**
 * |a - b|^2 = |a|^2 - 2 (a b - |b|^2 / 2): the nearest b has the largest term in brackets, and all
 * dot products of a block are one matrix product.
 */
function addBlock(nearest: Nearest, asked: tf.Tensor2D, block: Block): void {
  const { images, halves, labels } = block;
  const product = tf.matMul(asked, images);
  const closeness = product.dataSync<"float32">();
  product.dispose();
  for (let i = 0, at = 0; i < asked.shape[0]; i++) {
    for (let j = 0; j < labels.length; j++, at++) {
      nearest.offer(i, closeness[at]! + halves[j]!, labels[j]!);
    }
  }
}

/** The nearest neighbours found so far of each image that is read, nearest first. */
class Nearest {
  readonly #closeness: Float32Array;
  readonly #labels: Uint8Array;

  constructor(count: number) {
    this.#closeness = new Float32Array(count * NEIGHBOURS).fill(-Infinity);
    this.#labels = new Uint8Array(count * NEIGHBOURS);
  }

  offer(image: number, closeness: number, label: number): void {
    const first = image * NEIGHBOURS;
    let place = first + NEIGHBOURS - 1;
    if (!(closeness > this.#closeness[place]!)) return;
    for (; place > first; place--) {
      if (!(closeness > this.#closeness[place - 1]!)) break;
      this.#closeness[place] = this.#closeness[place - 1]!;
      this.#labels[place] = this.#labels[place - 1]!;
    }
    this.#closeness[place] = closeness;
    this.#labels[place] = label;
  }

  /** The digit of most neighbours; of equals the one whose neighbour is nearest. */
  vote(): Uint8Array {
    const votes = new Float64Array(DIGIT_COUNT);
    return Uint8Array.from(
      { length: this.#labels.length / NEIGHBOURS },
      (_, image) => {
        votes.fill(0);
        for (let n = 0; n < NEIGHBOURS; n++) {
          // A hair more for the nearer, too little to outvote.
          votes[this.#labels[image * NEIGHBOURS + n]!]! += 1 - n / 1000;
        }
        return largest(votes);
      },
    );
  }
}

function scaled(images: Uint8Array): Float32Array {
  return Float32Array.from(images, (value) => value / 255);
}
