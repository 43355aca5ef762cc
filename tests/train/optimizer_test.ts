import assert from "node:assert/strict";
import type { Layout } from "../../train/layout.ts";
import {
  learningRate,
  newState,
  Optimizer,
  type TrainingState,
} from "../../train/optimizer.ts";
import { Random } from "../../train/random.ts";
import { QUICK, type Recipe } from "../../train/recipe.ts";
import { assertClose } from "../inference/assert_close.ts";

const SIZE = 6;
const LAYOUT: Layout = {
  parameters: [
    { name: "conv1.kernel", shape: [SIZE], offset: 0, length: SIZE },
    { name: "norm1.scale", shape: [SIZE], offset: SIZE, length: SIZE },
  ],
  parameterCount: 2 * SIZE,
  statistics: [{ name: "norm1.mean", shape: [1], offset: 0, length: 1 }],
  statisticCount: 1,
};
const RECIPE: Recipe = {
  ...QUICK,
  learningRate: 0.05,
  weightDecay: 0,
  averaging: 0.95,
};
const STEPS = 600;

/** Goes down the slopes of (parameters - target)^2 / 2. */
function descend(
  target: ArrayLike<number>,
  recipe: Recipe = RECIPE,
  steps = STEPS,
): TrainingState {
  const random = new Random(1);
  const parameters = Float32Array.from(
    { length: 2 * SIZE },
    (_, i) => i < SIZE ? random.normal() : 1,
  );
  const state = newState(parameters, new Float32Array(1));
  const optimizer = new Optimizer(state, LAYOUT, recipe, steps);
  for (let step = 0; step < steps; step++) {
    const gradient = state.parameters.map((value, i) => value - target[i]!);
    optimizer.update(gradient, Float32Array.of(3));
  }
  return state;
}

const TARGET = [0.5, -0.3, 1.2, 0, -1, 0.1, 0.4, 1, 1.5, 2, 0.7, 1.1];

Deno.test("Optimizer finds the lowest point of a quadratic", () => {
  const state = descend(TARGET);
  assertClose(state.parameters, TARGET, 1e-3, "parameters", 1);
  assert.equal(state.step, STEPS);
});

Deno.test("Optimizer's averages arrive where the parameters and statistics do", () => {
  const state = descend(TARGET);
  assertClose(state.averagedParameters, TARGET, 0.01, "parameters", 1);
  assertClose(state.statistics, [3], 1e-4, "statistics", 1);
  assertClose(state.averagedStatistics, [3], 1e-4, "their average", 1);
});

Deno.test("Optimizer's averages forget the random start within a few steps", () => {
  const state = descend(TARGET, RECIPE, 1);
  // (1 + 1) / (10 + 1) is kept of the start.
  const start = newState(
    descend(TARGET, RECIPE, 0).parameters,
    new Float32Array(1),
  );
  const expected = start.parameters.map((value, i) =>
    value * 2 / 11 + state.parameters[i]! * 9 / 11
  );
  assertClose(state.averagedParameters, expected, 1e-6, "after one step", 1);
});

Deno.test("Optimizer keeps scales positive, and nothing else", () => {
  const { parameters } = descend(TARGET.map(() => -1));
  assertClose(
    parameters.subarray(0, SIZE),
    Array(SIZE).fill(-1),
    1e-3,
    "kernel",
  );
  assertClose(
    parameters.subarray(SIZE),
    Array(SIZE).fill(1e-3),
    1e-6,
    "scales",
  );
});

Deno.test("Optimizer's first step is as long as the learning rate, whatever the gradient's size", () => {
  for (const size of [1e-3, 1, 1e3]) {
    const state = newState(
      new Float32Array(2 * SIZE).fill(1),
      new Float32Array(1),
    );
    const optimizer = new Optimizer(state, LAYOUT, RECIPE, 1000);
    const gradient = new Float32Array(2 * SIZE).fill(size);
    optimizer.update(gradient, new Float32Array(1));
    const rate = learningRate(RECIPE, 0, 1000);
    assertClose(
      state.parameters,
      Array(2 * SIZE).fill(1 - rate),
      1e-6,
      `${size}`,
    );
  }
});

Deno.test("Optimizer's weight decay shrinks kernels and leaves scales", () => {
  const recipe = { ...RECIPE, weightDecay: 0.5 };
  const state = newState(
    new Float32Array(2 * SIZE).fill(2),
    new Float32Array(1),
  );
  const optimizer = new Optimizer(state, LAYOUT, recipe, 100);
  optimizer.update(new Float32Array(2 * SIZE), new Float32Array(1));
  const kept = 1 - learningRate(recipe, 0, 100) * 0.5;
  assertClose(
    state.parameters.subarray(0, SIZE),
    Array(SIZE).fill(2 * kept),
    1e-6,
    "kernel",
  );
  assertClose(
    state.parameters.subarray(SIZE),
    Array(SIZE).fill(2),
    0,
    "scales",
  );
});

Deno.test("learningRate() rises to its peak in a straight line and falls to nothing", () => {
  const recipe = { ...RECIPE, warmup: 0.2 };
  const rates = Array.from(
    { length: 100 },
    (_, step) => learningRate(recipe, step, 100),
  );
  assertClose(
    [rates[0]!, rates[9]!, rates[19]!],
    [0.0025, 0.025, 0.05],
    1e-9,
    "rise",
  );
  assertClose([rates[60]!], [0.025], 1e-9, "half way down");
  assert.ok(rates[99]! > 0 && rates[99]! < 1e-4);
  rates.slice(20).forEach((rate, i) => assert.ok(rate <= rates[19 + i]!));
  assert.ok(rates.every((rate) => rate <= recipe.learningRate));
});
