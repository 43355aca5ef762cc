import type {
  Evaluation as ReportedEvaluation,
  Misread,
  SetResult,
} from "../src/model_report.ts";
import {
  expectedCalibrationError,
  refusalAt,
  refusalCurve,
  reliabilityBins,
  riskCoverage,
} from "./calibration_curves.ts";
import { answersOf, isCorrect, type Outcome, summarize } from "./evaluation.ts";
import { type DataSet, PIXELS } from "./mnist.ts";

/** How a set of pictures was read. */
export interface EvaluatedSet {
  readonly name: string;
  readonly kind: SetResult["kind"];
  readonly outcomes: readonly Outcome[];
}

/**
 * What the report says of the weights behind the whole pipeline.
 *
 * @param mnist The MNIST test set through the whole pipeline, in its order.
 * @param sets Further sets; those of kind `unseen` also show how digits and non-digits are told apart.
 * @param date As YYYY-MM-DD.
 */
export function reportEvaluation(
  mnist: EvaluatedSet,
  sets: readonly EvaluatedSet[],
  test: DataSet,
  date: string,
): ReportedEvaluation {
  const unseen = sets.filter(({ kind }) => kind === "unseen")
    .flatMap(({ outcomes }) => outcomes);
  const answers = answersOf([...mnist.outcomes, ...unseen]);
  const reliability = reliabilityBins(answers);
  const refusal = reportRefusal(unseen);
  return {
    date,
    sets: [mnist, ...sets].map(describe),
    reliability,
    expectedCalibrationError: expectedCalibrationError(reliability),
    riskCoverage: riskCoverage(answers),
    ...(refusal && { refusal }),
    misread: misread(mnist.outcomes, test),
  };
}

function describe({ name, kind, outcomes }: EvaluatedSet): SetResult {
  const { images, correct, accuracy, interval, rejected, unsure } = summarize(
    name,
    outcomes,
  );
  return { name, kind, images, correct, accuracy, interval, rejected, unsure };
}

/** Null without pictures of both sorts. Pictures that are blank show nothing to refuse. */
function reportRefusal(outcomes: readonly Outcome[]) {
  const written = outcomes.filter(({ blank }) => !blank);
  const digits = written.filter(({ truth }) => truth !== "");
  const others = written.filter(({ truth }) => truth === "");
  if (digits.length === 0 || others.length === 0) return null;
  const score = ({ strangeness }: Outcome) => 1 - strangeness;
  const share = (set: readonly Outcome[]) =>
    set.filter(({ rejected }) => rejected).length / set.length;
  return {
    digitsRefused: share(digits),
    nonDigitsRefused: share(others),
    curve: refusalCurve(digits.map(score), others.map(score)),
  };
}

/** Shown beside the shipped threshold: what one that refuses this many digits would refuse. */
export function refusedAt(
  outcomes: readonly Outcome[],
  digitsRefused: number,
): number {
  const score = ({ strangeness }: Outcome) => 1 - strangeness;
  const of = (wanted: boolean) =>
    outcomes.filter(({ truth }) => (truth !== "") === wanted).map(score);
  return refusalAt(of(true), of(false), digitsRefused).nonDigitsRefused;
}

function misread(outcomes: readonly Outcome[], test: DataSet): Misread[] {
  return outcomes.flatMap((outcome, index) => {
    if (isCorrect(outcome)) return [];
    const pixels = test.images.subarray(index * PIXELS, (index + 1) * PIXELS);
    const digit = /^[0-9]$/.test(outcome.read) ? Number(outcome.read) : null;
    return [{
      index,
      truth: Number(outcome.truth),
      read: digit,
      confidence: outcome.confidence ?? 0,
      pixels: pixels.toBase64(),
    }];
  });
}
