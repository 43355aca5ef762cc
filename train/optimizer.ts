import { type Layout, view } from "./layout.ts";
import type { Recipe } from "./recipe.ts";

/** Everything that changes from step to step: what a checkpoint holds. */
export interface TrainingState {
  /** Steps done. */
  step: number;
  readonly parameters: Float32Array;
  /** Running averages of the batch statistics. */
  readonly statistics: Float32Array;
  /** Adam's moving averages of the gradient and of its square. */
  readonly firstMoment: Float32Array;
  readonly secondMoment: Float32Array;
  /** Moving averages of parameters and statistics: what is exported. */
  readonly averagedParameters: Float32Array;
  readonly averagedStatistics: Float32Array;
}

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;
/** How fast the running statistics follow the batches: about the last 20 of them. */
const STATISTICS_RATE = 0.05;
/** Scales stay positive: pooling and normalisation then commute, and the fold is exact. */
const SMALLEST_SCALE = 1e-3;

export function newState(
  parameters: Float32Array,
  statistics: Float32Array,
): TrainingState {
  return {
    step: 0,
    parameters,
    statistics,
    firstMoment: new Float32Array(parameters.length),
    secondMoment: new Float32Array(parameters.length),
    averagedParameters: parameters.slice(),
    averagedStatistics: statistics.slice(),
  };
}

/** Linear warm-up, then half a cosine down to nothing (Loshchilov and Hutter 2017). */
export function learningRate(
  recipe: Recipe,
  step: number,
  totalSteps: number,
): number {
  const warmupSteps = totalSteps * recipe.warmup;
  const rise = Math.min(1, (step + 1) / warmupSteps);
  const done = Math.max(0, (step - warmupSteps) / (totalSteps - warmupSteps));
  return recipe.learningRate * rise * 0.5 * (1 + Math.cos(Math.PI * done));
}

/** AdamW on flat arrays, with moving averages of what it arrives at. */
export class Optimizer {
  readonly #decay: Float32Array;
  readonly #scales: Float32Array[];

  constructor(
    readonly state: TrainingState,
    layout: Layout,
    private readonly recipe: Recipe,
    private readonly totalSteps: number,
  ) {
    this.#decay = new Float32Array(layout.parameterCount);
    for (const slot of layout.parameters) {
      if (slot.name.endsWith(".kernel")) {
        view(this.#decay, slot).fill(recipe.weightDecay);
      }
    }
    this.#scales = layout.parameters
      .filter(({ name }) => name.endsWith(".scale"))
      .map((slot) => view(state.parameters, slot));
  }

  /** One step along the gradient; both arrays are averages over the whole batch. */
  update(gradient: Float32Array, statistics: Float32Array): void {
    const { state } = this;
    const rate = learningRate(this.recipe, state.step, this.totalSteps);
    state.step++;
    this.#descend(gradient, rate);
    for (const scale of this.#scales) {
      for (let i = 0; i < scale.length; i++) {
        scale[i] = Math.max(SMALLEST_SCALE, scale[i]!);
      }
    }
    follow(state.statistics, statistics, STATISTICS_RATE);
    // Early averages would remember the random start: the window grows with the steps done.
    const averaging = Math.min(
      this.recipe.averaging,
      (1 + state.step) / (10 + state.step),
    );
    follow(state.averagedParameters, state.parameters, 1 - averaging);
    follow(state.averagedStatistics, state.statistics, 1 - averaging);
  }

  #descend(gradient: Float32Array, rate: number): void {
    const { step, parameters, firstMoment, secondMoment } = this.state;
    const correction1 = 1 / (1 - BETA1 ** step);
    const correction2 = 1 / (1 - BETA2 ** step);
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i]!;
      const first = BETA1 * firstMoment[i]! + (1 - BETA1) * g;
      const second = BETA2 * secondMoment[i]! + (1 - BETA2) * g * g;
      firstMoment[i] = first;
      secondMoment[i] = second;
      const direction = first * correction1 /
        (Math.sqrt(second * correction2) + EPSILON);
      parameters[i]! -= rate * (direction + this.#decay[i]! * parameters[i]!);
    }
  }
}

function follow(
  average: Float32Array,
  value: Float32Array,
  rate: number,
): void {
  for (let i = 0; i < average.length; i++) {
    average[i]! += rate * (value[i]! - average[i]!);
  }
}
