import { type Ratio, ratio, type Timing } from "./interleave.ts";
import type { Growth, NetworkTimings, PassTiming } from "./measure.ts";
import type { Size } from "./sizes.ts";

/** Everything as Markdown tables, which read well in a terminal, too. */
export function networkTables(title: string, timings: NetworkTimings): string {
  return [
    `### ${title}`,
    "Batch 1, hot",
    timingTable(timings.hot),
    "Batch 1, cold caches",
    timingTable(timings.cold),
    "Batch 64, an image",
    timingTable(timings.batch),
    "From weights to the first answer, the first in this process",
    table(
      ["library", "ms"],
      timings.startup.map(({ name, ms }) => [name, ms.toFixed(1)]),
    ),
  ].join("\n\n");
}

/** Times with the ratio of simd to each, and the middle half of the rounds. */
function timingTable(timings: readonly Timing[]): string {
  const simd = timings.find(({ name }) => name === "simd");
  return table(
    ["library", "median us", "p99 us", "simd is faster by"],
    timings.map((timing) => [
      timing.name,
      microseconds(timing.median_ms),
      microseconds(timing.p99_ms),
      simd && timing !== simd ? formatRatio(ratio(simd, timing)) : "",
    ]),
  );
}

export function growthTable(growth: readonly Growth[]): string {
  const names = growth[0]?.timings.map(({ name }) => name) ?? [];
  return table(
    ["filters", ...names.map((name) => `${name} us`)],
    growth.map(({ factor, timings }) => [
      `x${factor}`,
      ...timings.map(({ median_ms }) => microseconds(median_ms)),
    ]),
  );
}

export function passTable(passes: readonly PassTiming[]): string {
  return table(
    ["pass", "us", "10^9 multiply-adds/s", "of peak"],
    passes.map(({ comment, us, rate, share }) => [
      comment,
      us.toFixed(2),
      rate === 0 ? "" : rate.toFixed(1),
      rate === 0 ? "" : `${(100 * share).toFixed(0)}%`,
    ]),
  );
}

export function pipelineTable(timings: readonly Timing[]): string {
  return table(
    ["stage", "median ms", "p99 ms"],
    timings.map(({ name, median_ms, p99_ms }) => [
      name,
      median_ms.toFixed(2),
      p99_ms.toFixed(2),
    ]),
  );
}

export function sizeTable(sizes: readonly Size[]): string {
  return table(
    ["library", "MB on disk"],
    sizes.map(({ name, bytes }) => [name, (bytes / 1e6).toFixed(2)]),
  );
}

export function formatRatio({ median, low, high }: Ratio): string {
  return `${median.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}

function microseconds(ms: number): string {
  return (ms * 1000).toFixed(1);
}

/** A Markdown table; all columns but the first hold numbers. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length))
  );
  const line = (cells: readonly string[]) =>
    `| ${
      cells.map((cell, i) =>
        i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)
      ).join(" | ")
    } |`;
  const rule = `| ${
    widths.map((width, i) =>
      i === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`
    ).join(" | ")
  } |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}
