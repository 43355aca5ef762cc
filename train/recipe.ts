import type { MakerName } from "./makers/makers.ts";

/** Everything that decides what a training run gives; two runs of one recipe give equal weights. */
export interface Recipe {
  readonly seed: number;
  /** Data-parallel workers; a step's batch is divided among them. */
  readonly workers: number;
  readonly epochs: number;
  /** Images a step; a multiple of `workers`. */
  readonly batch: number;
  /** Training images held out to choose by and to calibrate on. */
  readonly validation: number;
  /** Images of each kind that are made beside MNIST's. */
  readonly made: Readonly<Record<MakerName, number>>;
  /** Versions of the networks to learn from (Hinton et al. 2015), most often none. */
  readonly teachers: readonly string[];
  /** Share of what the teachers say in a target, beside the label. */
  readonly teaching: number;
  /** AdamW's peak learning rate. */
  readonly learningRate: number;
  /** Share of all steps over which the rate rises to its peak; it then falls as a cosine. */
  readonly warmup: number;
  /** Decoupled weight decay of kernels (Loshchilov and Hutter 2019). */
  readonly weightDecay: number;
  /** Probability given to all classes alike (Szegedy et al. 2016). */
  readonly labelSmoothing: number;
  /** Share of the dense layer's inputs dropped. */
  readonly dropout: number;
  /** Decay of the moving average of the weights, which is what is exported. */
  readonly averaging: number;
  /** Strength of the augmentation; 1 is strong, 0 none. */
  readonly augmentation: number;
  /** Strength in the last epoch, so that training ends near the real distribution. */
  readonly finalAugmentation: number;
}

/** What the shipped weights are trained with, from seed 3. */
export const FULL: Recipe = {
  seed: 1,
  workers: 2,
  epochs: 16,
  batch: 128,
  validation: 5000,
  made: {
    restyled: 6000,
    strokes: 20000,
    fonts: 2500,
    pictured: 18000,
    nonDigits: 14000,
    cuts: 40000,
    numbers: 12000,
    pairs: 50000,
  },
  teachers: [],
  teaching: 0.7,
  learningRate: 4e-3,
  warmup: 0.15,
  weightDecay: 1e-2,
  labelSmoothing: 0.05,
  dropout: 0.3,
  averaging: 0.998,
  augmentation: 0.8,
  finalAugmentation: 0.5,
};

/** A few minutes, to see that everything works. */
export const QUICK: Recipe = { ...FULL, epochs: 4 };
