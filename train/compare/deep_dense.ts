import { DIGIT_COUNT } from "../../src/inference/classes.ts";
import { PIXELS } from "../mnist.ts";
import * as tf from "../tfjs.ts";
import type { Family } from "./family.ts";
import { type Architecture, fitNetwork } from "./tfjs_network.ts";

/** Units of the hidden layers, halved from one to the next. */
const HIDDEN = [256, 128, 64];

const NETWORK: Architecture = {
  inputShape: [PIXELS],
  layers: (seeds) => [
    ...HIDDEN.map((units) =>
      tf.layers.dense({
        units,
        activation: "relu",
        kernelInitializer: seeds.glorot(),
      })
    ),
    tf.layers.dense({
      units: DIGIT_COUNT,
      kernelInitializer: seeds.glorot(),
    }),
  ],
};

/** More layers of the same. */
export const DEEP_DENSE: Family = {
  id: "deep-dense",
  name: "Deep dense network",
  explanation:
    "Three hidden layers of 256, 128 and 64 units. It has room enough to learn the training images " +
    "by heart, and does; but it must learn the same stroke anew for every place where it can " +
    "stand, so the images it has not seen suffer.",
  reference: 0.971,
  epochs: 10,
  fit: (training, options) => fitNetwork(NETWORK, training, options),
};
