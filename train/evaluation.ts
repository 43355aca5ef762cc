import { wilsonInterval } from "./score.ts";

/** What was read from one picture. */
export interface Outcome {
  /** What it says, lines separated by "|". */
  readonly truth: string;
  /** What was read, in the same form; "?" for a rejected glyph. */
  readonly read: string;
  readonly rejected: boolean;
  readonly unsure: boolean;
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
    confusions: confusions(outcomes),
    ms: { median: quantile(times, 0.5), p99: quantile(times, 0.99) },
  };
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

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}
