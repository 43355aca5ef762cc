import { DIGIT_COUNT } from "../../src/inference/classes.ts";
import { SIDE } from "../mnist.ts";
import * as tf from "../tfjs.ts";
import type { Family } from "./family.ts";
import { type Architecture, fitNetwork } from "./tfjs_network.ts";

/** Numbers that it can remember from row to row. */
const UNITS = 128;

const NETWORK: Architecture = {
  inputShape: [SIDE, SIDE],
  // The usual rate is meant for more epochs than an LSTM's slowness allows.
  learningRate: 3e-3,
  layers: (seeds) => [
    tf.layers.lstm({
      units: UNITS,
      kernelInitializer: seeds.glorot(),
      recurrentInitializer: seeds.glorot(),
    }),
    tf.layers.dense({
      units: DIGIT_COUNT,
      kernelInitializer: seeds.glorot(),
    }),
  ],
};

/** Hochreiter and Schmidhuber 1997. */
export const RECURRENT: Family = {
  id: "lstm",
  name: "LSTM over rows",
  explanation:
    "Reads the picture as a text of 28 rows, from top to bottom, and remembers 128 numbers. It " +
    "does well for something made for sequences, but handwriting is no sequence of rows: what " +
    "belongs together from side to side has to be carried along, and every row waits for the one " +
    "before it, so it is slow.",
  reference: 0.986,
  epochs: 4,
  fit: (training, options) => fitNetwork(NETWORK, training, options),
};
