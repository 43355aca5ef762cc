import { CONVOLUTIONAL } from "./convolutional.ts";
import { DEEP_DENSE } from "./deep_dense.ts";
import type { Family } from "./family.ts";
import { NAIVE_BAYES } from "./naive_bayes.ts";
import { NEAREST_NEIGHBOURS } from "./nearest_neighbours.ts";
import { RECURRENT } from "./recurrent.ts";
import { SMALL_DENSE } from "./small_dense.ts";

/** In the order of the notebook that is followed. */
export const FAMILIES: readonly Family[] = [
  SMALL_DENSE,
  CONVOLUTIONAL,
  RECURRENT,
  DEEP_DENSE,
  NEAREST_NEIGHBOURS,
  NAIVE_BAYES,
];
