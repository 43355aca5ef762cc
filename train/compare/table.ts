import type { FamilyResult } from "../../src/model_comparison.ts";
import { formatDuration } from "../progress.ts";

const HEAD = [
  "family",
  "accuracy",
  "95%",
  "errors",
  "notebook",
  "parameters",
  "training",
  "ms an image",
  "most confused",
];

/** The results for a terminal, in columns. */
export function formatResults(results: readonly FamilyResult[]): string {
  const rows = [HEAD, ...results.map(formatResult)];
  const widths = HEAD.map((_, column) =>
    Math.max(...rows.map((row) => row[column]!.length))
  );
  return rows.map((row) =>
    row.map((cell, column) =>
      column === 0
        ? cell.padEnd(widths[column]!)
        : cell.padStart(widths[column]!)
    ).join("  ")
  ).join("\n");
}

function formatResult(result: FamilyResult): string[] {
  const { confused, interval, reference } = result;
  return [
    result.name,
    percent(result.accuracy),
    interval.map(percent).join(" to "),
    String(result.images - result.correct),
    reference === null ? "-" : `${(100 * reference).toFixed(1)}%`,
    result.parameters.toLocaleString("en"),
    formatDuration(result.trainingSeconds),
    result.predictionMs.toPrecision(2),
    confused ? `${confused.truth} as ${confused.read}: ${confused.count}` : "-",
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}
