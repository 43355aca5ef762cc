import { DIGIT_COUNT } from "../../src/inference/classes.ts";
import { PIXELS } from "../mnist.ts";
import * as tf from "../tfjs.ts";
import type { Family } from "./family.ts";
import { type Architecture, fitNetwork } from "./tfjs_network.ts";

/** So few that what they tell apart can be looked at one by one. */
const HIDDEN = 10;

const NETWORK: Architecture = {
  inputShape: [PIXELS],
  layers: (seeds) => [
    tf.layers.dense({
      units: HIDDEN,
      activation: "relu",
      kernelInitializer: seeds.glorot(),
    }),
    tf.layers.dense({
      units: DIGIT_COUNT,
      kernelInitializer: seeds.glorot(),
    }),
  ],
};

/** The smallest network worth the name. */
export const SMALL_DENSE: Family = {
  id: "small-dense",
  name: "Small dense network",
  explanation:
    "Ten units look at all pixels at once, ten more choose the digit. It learns in seconds, but " +
    "ten weighted sums are few words to describe all handwriting with, and a digit that is moved " +
    "by two pixels is another picture to it.",
  reference: 0.929,
  epochs: 10,
  fit: (training, options) => fitNetwork(NETWORK, training, options),
};
