import { NetworkError } from "./inference/network.ts";
import { parseNetwork } from "./inference/parse_network.ts";
import type {
  Accuracy,
  CurvePoint,
  Evaluation,
  Misread,
  ModelReport,
  Refusal,
  ReliabilityBin,
  SeedResult,
  SetResult,
} from "./model_report.ts";
import {
  count,
  FormError,
  list,
  numberIn,
  object,
  oneOf,
  optional,
  orNull,
  pair,
  positive,
  type Read,
  share,
  text,
} from "./read_json.ts";

const CLASSES = 10;
/** Of a picture as the network sees it. */
const PIXELS = 28 * 28;

const digit: Read<number> = numberIn(0, CLASSES - 1);

/**
 * Reads a report, given as parsed JSON. Fields that the page does not show are passed over.
 *
 * @throws {FormError} naming the field, what was expected and what was found
 */
export function parseModelReport(value: unknown): ModelReport {
  const report = object(value, "report");
  return {
    version: text(report.version, "version"),
    date: text(report.date, "date"),
    network: network(report.network),
    parameters: count(report.parameters, "parameters"),
    multiplyAdds: count(report.multiplyAdds, "multiplyAdds"),
    ...optional(report, "recipe", "", object),
    ...optional(report, "trainingSeconds", "", positive),
    ...optional(report, "curve", "", list(curvePoint)),
    test: test(report.test, "test"),
    ...optional(report, "evaluation", "", evaluation),
    ...optional(report, "seeds", "", list(seedResult)),
  };
}

function network(value: unknown): ModelReport["network"] {
  try {
    return parseNetwork(value);
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    throw new FormError(error.message, { cause: error });
  }
}

function curvePoint(value: unknown, at: string): CurvePoint {
  const point = object(value, at);
  return {
    epoch: count(point.epoch, `${at}.epoch`),
    loss: positive(point.loss, `${at}.loss`),
    validationError: share(point.validationError, `${at}.validationError`),
  };
}

function accuracy(value: unknown, at: string): Accuracy {
  const result = object(value, at);
  return {
    images: count(result.images, `${at}.images`),
    correct: count(result.correct, `${at}.correct`),
    accuracy: share(result.accuracy, `${at}.accuracy`),
    interval: pair(share)(result.interval, `${at}.interval`),
  };
}

function test(value: unknown, at: string): ModelReport["test"] {
  const row = list(count, CLASSES);
  const { confusion } = object(value, at);
  return {
    ...accuracy(value, at),
    confusion: list(row, CLASSES)(confusion, `${at}.confusion`),
  };
}

function evaluation(value: unknown, at: string): Evaluation {
  const result = object(value, at);
  return {
    date: text(result.date, `${at}.date`),
    sets: list(setResult)(result.sets, `${at}.sets`),
    ...optional(result, "reliability", at, list(reliabilityBin)),
    ...optional(result, "expectedCalibrationError", at, share),
    ...optional(result, "riskCoverage", at, list(pair(share))),
    ...optional(result, "refusal", at, refusal),
    ...optional(result, "misread", at, list(misread)),
  };
}

function setResult(value: unknown, at: string): SetResult {
  const set = object(value, at);
  return {
    ...accuracy(value, at),
    name: text(set.name, `${at}.name`),
    kind: oneOf("mnist", "development", "unseen")(set.kind, `${at}.kind`),
    rejected: count(set.rejected, `${at}.rejected`),
    unsure: count(set.unsure, `${at}.unsure`),
  };
}

function reliabilityBin(value: unknown, at: string): ReliabilityBin {
  const bin = object(value, at);
  return {
    from: share(bin.from, `${at}.from`),
    to: share(bin.to, `${at}.to`),
    count: count(bin.count, `${at}.count`),
    confidence: share(bin.confidence, `${at}.confidence`),
    accuracy: share(bin.accuracy, `${at}.accuracy`),
  };
}

function refusal(value: unknown, at: string): Refusal {
  const result = object(value, at);
  return {
    digitsRefused: share(result.digitsRefused, `${at}.digitsRefused`),
    nonDigitsRefused: share(result.nonDigitsRefused, `${at}.nonDigitsRefused`),
    curve: list(pair(share))(result.curve, `${at}.curve`),
  };
}

function misread(value: unknown, at: string): Misread {
  const image = object(value, at);
  return {
    index: count(image.index, `${at}.index`),
    truth: digit(image.truth, `${at}.truth`),
    read: orNull(digit)(image.read, `${at}.read`),
    confidence: share(image.confidence, `${at}.confidence`),
    pixels: pixels(image.pixels, `${at}.pixels`),
  };
}

function pixels(value: unknown, at: string): string {
  const base64 = text(value, at);
  try {
    const { length } = Uint8Array.fromBase64(base64);
    if (length === PIXELS) return base64;
    throw new FormError(`${at}: expected ${PIXELS} bytes, found ${length}`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new FormError(`${at}: expected base64, found something else`);
  }
}

function seedResult(value: unknown, at: string): SeedResult {
  const result = object(value, at);
  return {
    seed: count(result.seed, `${at}.seed`),
    accuracy: share(result.accuracy, `${at}.accuracy`),
    errors: count(result.errors, `${at}.errors`),
    trainingSeconds: positive(result.trainingSeconds, `${at}.trainingSeconds`),
  };
}
