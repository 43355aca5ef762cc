import type { Calibration } from "./calibrate.ts";
import { type Network, NetworkError, tensorSpecs } from "./network.ts";
import { parseNetwork } from "./parse_network.ts";
import {
  parseWeights,
  type Tensor,
  type Weights,
  WeightsError,
} from "./weights.ts";

/** A network with its weights: everything an engine needs to be made. */
export interface Model {
  readonly name: string;
  /** Changes whenever the weights do. */
  readonly version: string;
  readonly network: Network;
  readonly tensors: ReadonlyMap<string, Float32Array>;
  readonly calibration: Calibration;
  /** What `loops` answered to the self-check when the weights were exported; a file may lack it. */
  readonly answers?: readonly (readonly number[])[];
  readonly metadata: Readonly<Record<string, string>>;
}

/** Raised when what the metadata means changes. */
export const FORMAT_VERSION = "1";

/**
 * Reads a weights file and checks that it holds exactly the tensors of the network it describes.
 *
 * @throws {WeightsError} naming the tensor or field, what was expected and what was found
 */
export function parseModel(bytes: Uint8Array): Model {
  const weights = parseWeights(bytes);
  const { metadata } = weights;
  const format = required(metadata, "format_version");
  if (format !== FORMAT_VERSION) {
    throw new WeightsError(
      `format_version: expected ${FORMAT_VERSION}, found ${format}`,
    );
  }
  const network = readNetwork(required(metadata, "network"));
  const { answers } = metadata;
  return {
    name: required(metadata, "name"),
    version: required(metadata, "version"),
    network,
    tensors: bind(network, weights.tensors),
    calibration: readCalibration(required(metadata, "calibration")),
    ...(answers === undefined ? {} : { answers: readAnswers(answers) }),
    metadata,
  };
}

/** The file that `parseModel` reads. */
export function modelWeights(model: Model): Weights {
  const tensors = new Map<string, Tensor>();
  for (const { name, shape } of tensorSpecs(model.network)) {
    const data = model.tensors.get(name);
    if (!data) {
      throw new WeightsError(`${name}: expected in the model, found nothing`);
    }
    tensors.set(name, { shape, data });
  }
  const metadata = {
    ...model.metadata,
    format_version: FORMAT_VERSION,
    name: model.name,
    version: model.version,
    network: JSON.stringify(model.network),
    calibration: JSON.stringify(model.calibration),
    ...(model.answers ? { answers: JSON.stringify(model.answers) } : {}),
  };
  return { metadata, tensors };
}

function bind(
  network: Network,
  tensors: ReadonlyMap<string, Tensor>,
): ReadonlyMap<string, Float32Array> {
  const bound = new Map<string, Float32Array>();
  for (const { name, shape } of tensorSpecs(network)) {
    const tensor = tensors.get(name);
    if (!tensor) {
      throw new WeightsError(
        `${name}: expected by the network, not in the file`,
      );
    }
    if (tensor.shape.join() !== shape.join()) {
      throw new WeightsError(
        `${name}: expected shape [${shape}], found [${tensor.shape}]`,
      );
    }
    bound.set(name, tensor.data);
  }
  for (const name of tensors.keys()) {
    if (!bound.has(name)) {
      throw new WeightsError(`${name}: not a tensor of this network`);
    }
  }
  return bound;
}

function readNetwork(json: string): Network {
  try {
    return parseNetwork(JSON.parse(json));
  } catch (error) {
    if (error instanceof NetworkError || error instanceof SyntaxError) {
      throw new WeightsError(`network: ${error.message}`);
    }
    throw error;
  }
}

function readCalibration(json: string): Calibration {
  let value: Partial<Record<keyof Calibration, unknown>> | null;
  try {
    value = JSON.parse(json);
  } catch {
    throw new WeightsError(
      `calibration: expected JSON, found ${JSON.stringify(json)}`,
    );
  }
  const read = (key: keyof Calibration, low: number, high: number): number => {
    const number = value?.[key];
    if (typeof number !== "number" || !(number >= low && number <= high)) {
      throw new WeightsError(
        `calibration.${key}: expected a number in ${low}..${high}, found ${
          JSON.stringify(number)
        }`,
      );
    }
    return number;
  };
  // Temperatures outside 0.05..20 would turn every answer into a certainty or a toss-up.
  return {
    temperature: read("temperature", 0.05, 20),
    sure: read("sure", 0, 1),
    reject: read("reject", 0, 1),
  };
}

function readAnswers(json: string): number[][] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    value = json;
  }
  const isNumber = (item: unknown) => typeof item === "number";
  const isAnswer = (item: unknown) =>
    Array.isArray(item) && item.every(isNumber);
  if (!Array.isArray(value) || !value.every(isAnswer)) {
    throw new WeightsError(
      `answers: expected a list of lists of logits, found ${
        JSON.stringify(value).slice(0, 80)
      }`,
    );
  }
  return value;
}

function required(
  metadata: Readonly<Record<string, string>>,
  key: string,
): string {
  const value = metadata[key];
  if (value === undefined) {
    throw new WeightsError(`__metadata__.${key}: expected, found nothing`);
  }
  return value;
}
