import { CLASSES, OUTPUTS } from "../src/inference/classes.ts";
import { augment } from "./augment.ts";
import { degrade } from "./degrade.ts";
import { type DataSet, PIXELS } from "./mnist.ts";
import type { Batch } from "./model.ts";
import { Random } from "./random.ts";
import type { Recipe } from "./recipe.ts";
import { fillTarget } from "./targets.ts";
import type { Teacher } from "./teacher.ts";

/** Decides which images are held out; fixed, so that all runs are judged on the same ones. */
const SPLIT_SEED = 7;
/** Streams of random numbers that no image draws from. */
const ORDER_STREAM = -2;

export interface Split {
  readonly training: Uint32Array;
  readonly validation: Uint32Array;
}

/** Indices of the images to train on and of those held out. */
export function split(count: number, validation: number): Split {
  const order = new Random(SPLIT_SEED).permutation(count);
  return {
    validation: order.subarray(0, validation),
    training: order.subarray(validation),
  };
}

/** Steps in an epoch; the last images that fill no batch wait for another epoch's order. */
export function stepsPerEpoch(recipe: Recipe, trainingCount: number): number {
  return Math.floor(trainingCount / recipe.batch);
}

/** Makes one worker's share of every batch, in buffers of its own. */
export class BatchMaker {
  readonly batch: Batch;
  #epoch = -1;
  #order: Uint32Array = new Uint32Array();

  constructor(
    private readonly recipe: Recipe,
    private readonly data: DataSet,
    private readonly training: Uint32Array,
    private readonly rank: number,
    /** Length of the dense layer's input. */
    private readonly features: number,
    private readonly teacher: Teacher | null = null,
  ) {
    const count = recipe.batch / recipe.workers;
    this.batch = {
      count,
      images: new Float32Array(count * PIXELS),
      targets: new Float32Array(count * OUTPUTS),
      mask: new Float32Array(count * features),
    };
  }

  /** Fills `batch` with this worker's share of a step. */
  fill(epoch: number, stepInEpoch: number): void {
    this.#shuffle(epoch);
    const first = stepInEpoch * this.recipe.batch +
      this.rank * this.batch.count;
    for (let slot = 0; slot < this.batch.count; slot++) {
      this.#fillSlot(slot, this.training[this.#order[first + slot]!]!, epoch);
    }
  }

  #shuffle(epoch: number): void {
    if (this.#epoch === epoch) return;
    this.#epoch = epoch;
    this.#order = new Random(
      this.recipe.seed * this.recipe.epochs + epoch,
      ORDER_STREAM,
    )
      .permutation(this.training.length);
  }

  /** Each image of each epoch draws from a stream of its own, whichever worker it falls to. */
  #fillSlot(slot: number, index: number, epoch: number): void {
    const { recipe, batch, data, features } = this;
    const random = new Random(recipe.seed * recipe.epochs + epoch, index);
    const last = epoch === recipe.epochs - 1;
    const strength = last ? recipe.finalAugmentation : recipe.augmentation;
    const image = batch.images.subarray(slot * PIXELS, (slot + 1) * PIXELS);
    augment(
      image,
      data.images.subarray(index * PIXELS, (index + 1) * PIXELS),
      random,
      strength,
    );
    degrade(image, random, strength);
    const target = batch.targets.subarray(slot * OUTPUTS, (slot + 1) * OUTPUTS);
    fillTarget(target, data.labels[index]!, recipe.labelSmoothing);
    this.#learn(image, target);
    const mask = batch.mask.subarray(slot * features, (slot + 1) * features);
    const kept = 1 / (1 - recipe.dropout);
    for (let i = 0; i < features; i++) {
      mask[i] = random.uniform() < recipe.dropout ? 0 : kept;
    }
  }

  /** Mixes what the teachers say of the distorted image into its target. */
  #learn(image: Float32Array, target: Float32Array): void {
    if (!this.teacher) return;
    const { teaching } = this.recipe;
    const taught = this.teacher(image);
    for (let i = 0; i < CLASSES; i++) {
      target[i]! += teaching * (taught[i]! - target[i]!);
    }
  }
}
