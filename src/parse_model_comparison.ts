import type {
  ConfusedPair,
  FamilyResult,
  ModelComparison,
} from "./model_comparison.ts";
import {
  count,
  list,
  numberIn,
  object,
  orNull,
  pair,
  positive,
  share,
  text,
} from "./read_json.ts";

/**
 * Reads a comparison, given as parsed JSON.
 *
 * @throws {FormError} naming the field, what was expected and what was found
 */
export function parseModelComparison(value: unknown): ModelComparison {
  const comparison = object(value, "comparison");
  return {
    date: text(comparison.date, "date"),
    families: list(familyResult)(comparison.families, "families"),
  };
}

function familyResult(value: unknown, at: string): FamilyResult {
  const result = object(value, at);
  return {
    id: text(result.id, `${at}.id`),
    name: text(result.name, `${at}.name`),
    explanation: text(result.explanation, `${at}.explanation`),
    reference: orNull(share)(result.reference, `${at}.reference`),
    images: count(result.images, `${at}.images`),
    correct: count(result.correct, `${at}.correct`),
    accuracy: share(result.accuracy, `${at}.accuracy`),
    interval: pair(share)(result.interval, `${at}.interval`),
    parameters: count(result.parameters, `${at}.parameters`),
    epochs: orNull(count)(result.epochs, `${at}.epochs`),
    trainingImages: orNull(count)(
      result.trainingImages,
      `${at}.trainingImages`,
    ),
    seed: count(result.seed, `${at}.seed`),
    trainingSeconds: positive(result.trainingSeconds, `${at}.trainingSeconds`),
    predictionMs: positive(result.predictionMs, `${at}.predictionMs`),
    confused: orNull(confusedPair)(result.confused, `${at}.confused`),
  };
}

function confusedPair(value: unknown, at: string): ConfusedPair {
  const found = object(value, at);
  const digit = numberIn(0, 9);
  return {
    truth: digit(found.truth, `${at}.truth`),
    read: digit(found.read, `${at}.read`),
    count: count(found.count, `${at}.count`),
  };
}
