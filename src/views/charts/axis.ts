import type { FigureWords } from "../words/figures.ts";

/** One side of a chart. */
export interface Axis {
  /** What is measured, with its unit. */
  readonly label: string;
  readonly low: number;
  readonly high: number;
  /** Values that get a line and a figure, ascending. */
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

/** An axis over the shares 0..1, or the part of them up to `high`, shown as percentages. */
export function shareAxis(label: string, words: FigureWords, high = 1): Axis {
  return { ...plainAxis(label, words, high), format: words.shareTick };
}

/** An axis from 0 to a round number at or above `high`. */
export function plainAxis(
  label: string,
  words: FigureWords,
  high: number,
): Axis {
  const ticks = ticksUpTo(high);
  return { label, low: 0, high: ticks.at(-1)!, ticks, format: words.plain };
}

/** Fewer leave the eye without hold, more crowd a phone. */
const MOST_TICKS = 5;
/** Steps that people count in. */
const STEPS = [1, 2, 2.5, 5, 10];

/** Round numbers from 0 to at or above `high`, which is above 0. */
function ticksUpTo(high: number): number[] {
  const rough = high / MOST_TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  // A hair less, lest 0.2 x 5 fall short of 1 and ask for one more.
  const enough = (step: number) => step * power >= rough * (1 - 1e-9);
  const step = (STEPS.find(enough) ?? 10) * power;
  const count = Math.ceil(high / step - 1e-9);
  return Array.from(
    { length: count + 1 },
    (_, i) => Number((i * step).toPrecision(12)),
  );
}
