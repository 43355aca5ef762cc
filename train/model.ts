import { OUTPUTS } from "../src/inference/classes.ts";
import * as tf from "./tfjs.ts";
import {
  type Conv2d,
  type Layer,
  type MaxPool,
  type Network,
} from "../src/inference/network.ts";
import { batchNormRelu } from "./kernels/batch_norm_relu.ts";
import { type Layout, layoutOf, slotNamed, view } from "./layout.ts";
import { SIDE } from "./mnist.ts";
import { ANSWERS } from "./targets.ts";

/** One worker's share of a step. */
export interface Batch {
  readonly count: number;
  /** count x 28 x 28, 0..1. */
  readonly images: Float32Array;
  /** count x OUTPUTS, each answer sums to 1, or 0 where it is not asked for. */
  readonly targets: Float32Array;
  /** count x inputs of the dense layer: 0 where dropped, 1 / (1 - rate) elsewhere. */
  readonly mask: Float32Array;
}

/** Where a gradient is written. */
export interface Gradient {
  readonly parameters: Float32Array;
  /** Mean and variance of the batch at each normalisation. */
  readonly statistics: Float32Array;
}

/** The network of the layer table as tfjs variables that can be differentiated. */
export class TrainableNetwork {
  readonly layout: Layout;
  readonly #variables: tf.Variable[];

  constructor(readonly network: Network) {
    this.layout = layoutOf(network);
    this.#variables = this.layout.parameters.map(({ name, shape }) =>
      tf.variable(tf.zeros([...shape]), true, name)
    );
  }

  /** Copies the flat parameters into the variables. */
  load(parameters: Float32Array): void {
    this.layout.parameters.forEach((slot, index) => {
      const tensor = tf.tensor(view(parameters, slot), [...slot.shape]);
      this.#variables[index]!.assign(tensor);
      tensor.dispose();
    });
  }

  /**
   * Mean cross-entropy of the batch.
   *
   * @param out receives the loss's gradient and the batch's statistics
   */
  lossAndGradient(out: Gradient, batch: Batch): number {
    return tf.tidy(() => {
      const loss = () => this.#loss(batch, out.statistics);
      const { value, grads } = tf.variableGrads(loss, this.#variables);
      for (const slot of this.layout.parameters) {
        view(out.parameters, slot).set(grads[slot.name]!.dataSync<"float32">());
      }
      return value.dataSync<"float32">()[0]!;
    });
  }

  dispose(): void {
    for (const variable of this.#variables) variable.dispose();
  }

  #loss(batch: Batch, statistics: Float32Array): tf.Scalar {
    const { count } = batch;
    const images = tf.tensor4d(batch.images, [count, SIDE, SIDE, 1]);
    const targets = tf.tensor2d(batch.targets, [count, OUTPUTS]);
    const logits = this.#logits(images, batch.mask, statistics);
    return tf.addN(
      ANSWERS.map(([from, to]) => {
        const part = (all: tf.Tensor2D) =>
          tf.slice(all, [0, from], [count, to - from]);
        return crossEntropy(part(targets), part(logits));
      }),
    ) as tf.Scalar;
  }

  #logits(
    images: tf.Tensor4D,
    mask: Float32Array,
    statistics: Float32Array,
  ): tf.Tensor2D {
    const { layers } = this.network;
    let activation: tf.Tensor = images;
    for (let i = 0; i < layers.length; i++) {
      const layer = layers[i]!;
      if (layer.kind === "batch_norm") {
        const next = layers[++i];
        if (next?.kind !== "relu") {
          throw new TypeError(
            `Cannot train: expected relu after ${layer.name}`,
          );
        }
        activation = this.#normalize(activation, layer.name, statistics);
      } else {
        activation = this.#apply(layer, activation, mask);
      }
    }
    return activation as tf.Tensor2D;
  }

  #apply(
    layer: Exclude<Layer, { kind: "batch_norm" }>,
    x: tf.Tensor,
    mask: Float32Array,
  ) {
    switch (layer.kind) {
      case "conv2d":
        return this.#convolve(layer, x as tf.Tensor4D);
      case "max_pool":
        return maxPool(layer, x as tf.Tensor4D);
      case "relu":
        return tf.relu(x);
      case "flatten":
        return tf.reshape(x, [x.shape[0]!, -1]);
      case "dense": {
        const kept = tf.mul(
          x,
          tf.tensor2d(mask, [x.shape[0]!, x.shape[1]!]),
        ) as tf.Tensor2D;
        const kernel = this.#variable(
          `${layer.name}.kernel`,
        ) as unknown as tf.Tensor2D;
        return tf.add(
          tf.matMul(kept, kernel),
          this.#variable(`${layer.name}.bias`),
        );
      }
    }
  }

  #convolve(layer: Conv2d, x: tf.Tensor4D): tf.Tensor {
    const kernel = this.#variable(
      `${layer.name}.kernel`,
    ) as unknown as tf.Tensor4D;
    const y = tf.conv2d(x, kernel, layer.stride, layer.padding);
    return layer.bias ? tf.add(y, this.#variable(`${layer.name}.bias`)) : y;
  }

  #normalize(x: tf.Tensor, name: string, statistics: Float32Array): tf.Tensor {
    const [y, mean, variance] = batchNormRelu(
      x,
      this.#variable(`${name}.scale`),
      this.#variable(`${name}.offset`),
    );
    const slots = this.layout.statistics;
    view(statistics, slotNamed(slots, `${name}.mean`)).set(
      mean.dataSync<"float32">(),
    );
    view(statistics, slotNamed(slots, `${name}.variance`)).set(
      variance.dataSync<"float32">(),
    );
    return y;
  }

  #variable(name: string): tf.Variable {
    const index = this.layout.parameters.findIndex((slot) =>
      slot.name === name
    );
    return this.#variables[index]!;
  }
}

/**
 * Mean over a batch. Unlike `tf.losses.softmaxCrossEntropy`, whose gradient takes every
 * target to sum to 1, it has none where a target is all 0.
 */
function crossEntropy(targets: tf.Tensor2D, logits: tf.Tensor2D): tf.Scalar {
  const likely = tf.mul(targets, tf.logSoftmax(logits));
  return tf.neg(tf.mean(tf.sum(likely, 1)));
}

function maxPool(layer: MaxPool, x: tf.Tensor4D): tf.Tensor {
  return tf.maxPool(x, layer.size, layer.stride, "valid");
}
