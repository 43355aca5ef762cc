import { DIGIT_COUNT } from "../../src/inference/classes.ts";
import { type DataSet, PIXELS } from "../mnist.ts";
import { Random } from "../random.ts";
import { largest } from "../score.ts";
import * as tf from "../tfjs.ts";
import type { FitOptions, Reader } from "./family.ts";

/** A network in tfjs's own layers, trained as tutorials do. */
export interface Architecture {
  /** Of one image, which has 784 pixels. */
  readonly inputShape: readonly number[];
  /** From the input to one logit a digit; `seeds` has another number for each draw. */
  readonly layers: (seeds: Seeds) => tf.layers.Layer[];
  /** Adam's usual 0.001 where it is not given. */
  readonly learningRate?: number;
}

/** Gives a seed to whatever draws, so that a run can be repeated. */
export class Seeds {
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  /** tfjs takes seeds as positive 32-bit integers. */
  next(): number {
    return this.#random.uint32() >>> 1;
  }

  /** Starting weights as wide as keeps the scale from layer to layer (Glorot and Bengio 2010). */
  glorot(): Initializer {
    return tf.initializers.glorotUniform({ seed: this.next() });
  }
}

type Initializer = ReturnType<typeof tf.initializers.glorotUniform>;

const BATCH = 128;
/** Adam's usual rate (Kingma and Ba 2015). */
const LEARNING_RATE = 1e-3;

/** Trains with Adam on shuffled batches of plain images, as most tutorials do. */
export function fitNetwork(
  { inputShape, layers, learningRate = LEARNING_RATE }: Architecture,
  training: DataSet,
  { seed, epochs, onProgress }: FitOptions,
): Reader {
  const seeds = new Seeds(seed);
  const model = tf.sequential();
  model.add(tf.layers.inputLayer({ inputShape: [...inputShape] }));
  for (const layer of layers(seeds)) model.add(layer);
  const optimizer = tf.train.adam(learningRate);
  const stepsPerEpoch = Math.ceil(training.count / BATCH);
  const steps = stepsPerEpoch * epochs;
  let order: Uint32Array = new Uint32Array();
  for (let step = 0; step < steps; step++) {
    const at = step % stepsPerEpoch;
    if (at === 0) {
      order = new Random(seeds.next()).permutation(training.count);
    }
    const batch = order.subarray(at * BATCH, (at + 1) * BATCH);
    const loss = descend(model, optimizer, inputShape, training, batch);
    onProgress({ step: step + 1, steps, loss });
  }
  optimizer.dispose();
  return createReader(model, inputShape);
}

/** One step down the gradient of a batch; gives its loss. */
function descend(
  model: tf.Sequential,
  optimizer: tf.Optimizer,
  inputShape: readonly number[],
  training: DataSet,
  batch: Uint32Array,
): number {
  return tf.tidy(() => {
    const images = new Uint8Array(batch.length * PIXELS);
    const targets = new Float32Array(batch.length * DIGIT_COUNT);
    batch.forEach((index, i) => {
      const from = index * PIXELS;
      images.set(training.images.subarray(from, from + PIXELS), i * PIXELS);
      targets[i * DIGIT_COUNT + training.labels[index]!] = 1;
    });
    const x = imageTensor(images, inputShape);
    const y = tf.tensor2d(targets, [batch.length, DIGIT_COUNT]);
    const loss = optimizer.minimize(
      () => tf.losses.softmaxCrossEntropy(y, apply(model, x, true)),
      true,
    );
    return loss!.dataSync<"float32">()[0]!;
  });
}

function createReader(
  model: tf.Sequential,
  inputShape: readonly number[],
): Reader {
  return {
    parameters: model.countParams(),
    read(images) {
      const logits = tf.tidy(() =>
        apply(model, imageTensor(images, inputShape), false)
          .dataSync<"float32">()
      );
      return Uint8Array.from(
        { length: images.length / PIXELS },
        (_, i) =>
          largest(logits.subarray(i * DIGIT_COUNT, (i + 1) * DIGIT_COUNT)),
      );
    },
    [Symbol.dispose]: () => void model.dispose(),
  };
}

/** Bytes as a batch of 0..1. */
function imageTensor(
  images: Uint8Array,
  inputShape: readonly number[],
): tf.Tensor {
  const pixels = Float32Array.from(images, (value) => value / 255);
  return tf.tensor(pixels, [images.length / PIXELS, ...inputShape]);
}

function apply(
  model: tf.Sequential,
  images: tf.Tensor,
  training: boolean,
): tf.Tensor2D {
  return model.apply(images, { training }) as tf.Tensor2D;
}
