import {
  type Answer,
  expectedCalibrationError,
  reliabilityBins,
} from "./calibration_curves.ts";
import { wilsonInterval } from "./score.ts";

/** What was read from one picture. */
export interface Outcome {
  /** What it says, lines separated by "|". */
  readonly truth: string;
  /** What was read, in the same form; "?" for a rejected glyph. */
  readonly read: string;
  readonly rejected: boolean;
  readonly unsure: boolean;
  /** Nothing was taken for ink. */
  readonly blank: boolean;
  /** Of the one digit that was read; null where there was none, or several. */
  readonly confidence: number | null;
  /** Of the strangest glyph, 0..1; 1 where there was none. */
  readonly strangeness: number;
  readonly ms: number;
}

/** The summary that `deno task evaluate --json` prints. */
export interface Evaluation {
  readonly dataset: string;
  readonly images: number;
  readonly correct: number;
  readonly accuracy: number;
  /** 95%, Wilson. */
  readonly interval: readonly [low: number, high: number];
  /** Pictures with a glyph that was taken for no digit. */
  readonly rejected: number;
  /** Pictures with a glyph read with doubt. */
  readonly unsure: number;
  /** Pictures in which nothing was taken for ink. */
  readonly blank: number;
  /** Expected calibration error of the pictures of one digit, 0..1. */
  readonly calibrationError: number;
  /** Most frequent first. */
  readonly confusions:
    readonly (readonly [truth: string, read: string, count: number])[];
  readonly ms: { readonly median: number; readonly p99: number };
}

/** A picture without a digit is read right when no digit is read from it. */
export function isCorrect({ truth, read }: Outcome): boolean {
  return truth === "" ? !/[0-9]/.test(read) : truth === read;
}

export function summarize(
  dataset: string,
  outcomes: readonly Outcome[],
): Evaluation {
  const images = outcomes.length;
  const correct = outcomes.filter(isCorrect).length;
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    dataset,
    images,
    correct,
    accuracy: images === 0 ? 0 : correct / images,
    interval: wilsonInterval(correct, images),
    rejected: outcomes.filter(({ rejected }) => rejected).length,
    unsure: outcomes.filter(({ unsure }) => unsure).length,
    blank: outcomes.filter(({ blank }) => blank).length,
    calibrationError: expectedCalibrationError(
      reliabilityBins(answersOf(outcomes)),
    ),
    confusions: confusions(outcomes),
    ms: { median: quantile(times, 0.5), p99: quantile(times, 0.99) },
  };
}

/** The answers to pictures of one digit that were read as one. */
export function answersOf(outcomes: readonly Outcome[]): Answer[] {
  return outcomes.flatMap((outcome) =>
    outcome.truth.length === 1 && outcome.confidence !== null
      ? [{ confidence: outcome.confidence, right: isCorrect(outcome) }]
      : []
  );
}

function confusions(outcomes: readonly Outcome[]): [string, string, number][] {
  const wrong = outcomes.filter((outcome) => !isCorrect(outcome));
  const groups = Map.groupBy(
    wrong,
    ({ truth, read }) => JSON.stringify([truth, read]),
  );
  return [...groups.values()]
    .map((
      group,
    ): [string, string, number] => [
      group[0]!.truth,
      group[0]!.read,
      group.length,
    ])
    .sort((a, b) => b[2] - a[2]);
}

/** @param sorted ascending */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[
    Math.min(sorted.length - 1, Math.floor(share * sorted.length))
  ] ?? 0;
}

/** The confusions a person would look at. */
const SHOWN_CONFUSIONS = 10;

/** The summary for people. */
export function formatEvaluation(evaluation: Evaluation): string {
  const { dataset, images, correct, accuracy, interval, rejected, unsure, ms } =
    evaluation;
  const [low, high] = interval.map(percent);
  const lines = [
    dataset,
    `  accuracy  ${
      percent(accuracy)
    }  (95% ${low} to ${high}), ${correct} of ${images} right`,
    `  rejected  ${rejected}`,
    `  unsure    ${unsure}`,
    `  calibration error ${percent(evaluation.calibrationError)}`,
    `  time      ${ms.median.toFixed(3)} ms median, ${
      ms.p99.toFixed(3)
    } ms p99 an image`,
  ];
  const shown = evaluation.confusions.slice(0, SHOWN_CONFUSIONS);
  if (shown.length > 0) {
    const named = shown.map(([truth, read, count]) =>
      `${truth || "nothing"} as ${read || "nothing"}: ${count}`
    );
    lines.push(`  misread   ${named.join(",  ")}`);
  }
  return lines.join("\n");
}

/** One line a set, for many sets. */
export function formatTable(evaluations: readonly Evaluation[]): string {
  const header = [
    "set",
    "images",
    "right",
    "95% from",
    "to",
    "rejected",
    "unsure",
    "blank",
    "calibration error",
    "ms",
  ];
  const rows = evaluations.map((set) => [
    set.dataset,
    String(set.images),
    percent(set.accuracy),
    ...set.interval.map(percent),
    String(set.rejected),
    String(set.unsure),
    String(set.blank),
    percent(set.calibrationError),
    set.ms.median.toFixed(1),
  ]);
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]!.length))
  );
  const line = ([name = "", ...cells]: readonly string[]) =>
    [
      name.padEnd(widths[0]!),
      ...cells.map((cell, i) => cell.padStart(widths[i + 1]!)),
    ].join("  ");
  return [header, ...rows].map(line).join("\n");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}
