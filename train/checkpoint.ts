import type { Network } from "../src/inference/network.ts";
import {
  parseWeights,
  serializeWeights,
  type Tensor,
} from "../src/inference/weights.ts";
import type { TrainingState } from "./optimizer.ts";
import type { Recipe } from "./recipe.ts";

/** One line of the training curves. */
export interface EpochRecord {
  readonly epoch: number;
  readonly loss: number;
  /** Share of the validation images misread by the averaged weights. */
  readonly validationError: number;
  /** Seconds of training so far. */
  readonly seconds: number;
}

/** A run between two epochs. */
export interface Checkpoint {
  readonly recipe: Recipe;
  readonly network: Network;
  readonly dataHash: string;
  readonly state: TrainingState;
  readonly curve: readonly EpochRecord[];
}

const ARRAYS = [
  "parameters",
  "statistics",
  "firstMoment",
  "secondMoment",
  "averagedParameters",
  "averagedStatistics",
] as const;

/** Writes beside the old checkpoint and renames, so that an interruption leaves one of the two. */
export async function saveCheckpoint(
  path: string,
  checkpoint: Checkpoint,
): Promise<void> {
  const tensors = new Map<string, Tensor>(
    ARRAYS.map((name) => {
      const data = checkpoint.state[name];
      return [name, { shape: [data.length], data }];
    }),
  );
  const metadata = {
    recipe: JSON.stringify(checkpoint.recipe),
    network: JSON.stringify(checkpoint.network),
    data_hash: checkpoint.dataHash,
    step: String(checkpoint.state.step),
    curve: JSON.stringify(checkpoint.curve),
  };
  const partial = `${path}.partial`;
  await Deno.writeFile(partial, serializeWeights({ metadata, tensors }));
  await Deno.rename(partial, path);
}

/** The checkpoint at `path`, or null where there is none. @throws {WeightsError} when damaged */
export async function loadCheckpoint(path: string): Promise<Checkpoint | null> {
  let bytes: Uint8Array;
  try {
    bytes = await Deno.readFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
  const { metadata, tensors } = parseWeights(bytes);
  const array = (name: string) => tensors.get(name)?.data ?? new Float32Array();
  return {
    recipe: JSON.parse(metadata.recipe ?? "null"),
    network: JSON.parse(metadata.network ?? "null"),
    dataHash: metadata.data_hash ?? "",
    curve: JSON.parse(metadata.curve ?? "[]"),
    state: {
      step: Number(metadata.step),
      parameters: array("parameters"),
      statistics: array("statistics"),
      firstMoment: array("firstMoment"),
      secondMoment: array("secondMoment"),
      averagedParameters: array("averagedParameters"),
      averagedStatistics: array("averagedStatistics"),
    },
  };
}

/** Whether a run of this recipe, network and data may go on from the checkpoint. */
export function continues(
  checkpoint: Checkpoint,
  recipe: Recipe,
  network: Network,
  dataHash: string,
): boolean {
  return checkpoint.dataHash === dataHash &&
    JSON.stringify(checkpoint.recipe) === JSON.stringify(recipe) &&
    JSON.stringify(checkpoint.network) === JSON.stringify(network);
}
