import { type Calibration, judge } from "../src/inference/calibrate.ts";
import { OUTPUTS } from "../src/inference/classes.ts";
import type { Engine } from "../src/inference/engine.ts";
import { createLoopsEngine } from "../src/inference/loops/engine.ts";
import { type Model, modelWeights } from "../src/inference/model.ts";
import {
  DIGITS,
  fold,
  multiplyAdds,
  type Network,
  parameterCount,
} from "../src/inference/network.ts";
import { answersOf } from "../src/inference/self_check.ts";
import { serializeWeights } from "../src/inference/weights.ts";
import { type Accuracy, accuracy } from "./accuracy.ts";
import { checkEngines } from "./check_engines.ts";
import type { EpochRecord } from "./checkpoint.ts";
import { type Corpus, partition } from "./corpus.ts";
import { fitCalibration } from "./fit_calibration.ts";
import { foldBatchNorm } from "./fold_batch_norm.ts";
import { type DataSet, PIXELS, readImage } from "./mnist.ts";
import type { CorrectionsEffect } from "./corrections/effect.ts";
import type { Recipe } from "./recipe.ts";
import type { Run } from "./run.ts";
import { computeLogits, score } from "./score.ts";

/** What `report.json` holds: how the weights were made and what they score. */
export interface Report {
  readonly version: string;
  readonly date: string;
  readonly recipe: Recipe;
  readonly seed: number;
  /** SHA-256 of the training images and labels. */
  readonly dataHash: string;
  readonly network: Network;
  readonly parameters: number;
  readonly multiplyAdds: number;
  readonly calibration: Calibration;
  /** Seconds, all sessions of an interrupted run together. */
  readonly trainingSeconds: number;
  readonly curve: readonly EpochRecord[];
  /** MNIST's held-out images. */
  readonly validation: Accuracy;
  /** Made digits that were held out. */
  readonly made: Accuracy;
  /** What is no digit, held out: right is refused. */
  readonly nonDigits: Accuracy;
  readonly test: Accuracy & {
    readonly confusion: readonly (readonly number[])[];
  };
  /** Of weights trained with corrections. */
  readonly corrections?: CorrectionsEffect;
}

/**
 * The trained network as the server loads it, with the report that belongs to it.
 *
 * @throws {EngineToleranceError} for weights that an engine computes too coarsely
 */
export async function exportModel(
  trained: Run,
  recipe: Recipe,
  corpus: Corpus,
  test: DataSet,
): Promise<{ model: Model; report: Report }> {
  const network = fold(DIGITS);
  const { averagedParameters, averagedStatistics } = trained.state;
  const tensors = foldBatchNorm(DIGITS, averagedParameters, averagedStatistics);
  const { data, validation } = corpus;
  checkEngines({ network, tensors }, firstImages(data, validation));
  const engine = createLoopsEngine({ network, tensors });
  const held = score(engine, data, validation);
  const made = partition(data, corpus.madeValidation);
  const heldDigits = Uint32Array.of(...validation, ...made.digits);
  const calibration = fitCalibration(
    score(engine, data, heldDigits).logits,
    labelsOf(data, heldDigits),
  );
  const madeDigits = score(engine, data, made.digits);
  const refused = countRefused(engine, data, made.nonDigits, calibration);
  const tested = score(engine, test);
  const date = new Date().toISOString().slice(0, 10);
  const version = `${date}-${await fingerprint(tensors)}`;
  const report = {
    version,
    date,
    recipe,
    seed: recipe.seed,
    dataHash: trained.dataHash,
    network,
    parameters: parameterCount(network),
    multiplyAdds: multiplyAdds(network),
    calibration,
    trainingSeconds: Math.round(trained.curve.at(-1)?.seconds ?? 0),
    curve: trained.curve,
    validation: accuracy(held.correct, held.images),
    made: accuracy(madeDigits.correct, madeDigits.images),
    nonDigits: accuracy(refused, made.nonDigits.length),
    test: {
      ...accuracy(tested.correct, tested.images),
      confusion: tested.confusion,
    },
  };
  const metadata = {
    training_seed: String(recipe.seed),
    data_hash: trained.dataHash,
    date,
  };
  const model = {
    name: "digits",
    version,
    network,
    tensors,
    calibration,
    answers: answersOf(engine).map((logits) => [...logits]),
    metadata,
  };
  return { model, report };
}

/** Images that the engines are checked on before weights are exported. */
const CHECKED_IMAGES = 20;

function firstImages(data: DataSet, indices: Uint32Array): Float32Array[] {
  return Array.from(indices.subarray(0, CHECKED_IMAGES), (index) => {
    const image = new Float32Array(PIXELS);
    readImage(image, data, index);
    return image;
  });
}

/** Writes `digits.safetensors` and `report.json`. */
export async function writeModel(
  folder: string,
  model: Model,
  report: Report,
): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  const bytes = serializeWeights(modelWeights(model));
  await Deno.writeFile(`${folder}/digits.safetensors`, bytes);
  await Deno.writeTextFile(
    `${folder}/report.json`,
    JSON.stringify(report, null, 2) + "\n",
  );
}

function countRefused(
  engine: Engine,
  data: DataSet,
  indices: Uint32Array,
  calibration: Calibration,
): number {
  const logits = computeLogits(engine, data, indices);
  const rows = Array.from(
    indices,
    (_, i) => logits.subarray(i * OUTPUTS, (i + 1) * OUTPUTS),
  );
  return rows.filter((row) => judge(row, calibration).verdict === "rejected")
    .length;
}

function labelsOf(data: DataSet, indices: Uint32Array): Uint8Array {
  return Uint8Array.from(indices, (index) => data.labels[index]!);
}

async function fingerprint(
  tensors: ReadonlyMap<string, Float32Array>,
): Promise<string> {
  const bytes = new Blob([...tensors.values()].map((data) => data.slice()));
  const hash = await crypto.subtle.digest("SHA-256", await bytes.arrayBuffer());
  return new Uint8Array(hash).toHex().slice(0, 8);
}
