import { happens, pick, wholeBetween } from "../synthetic/chance.ts";
import { labelOfTwo } from "../targets.ts";
import { HEIGHT } from "./composed.ts";
import { type ComposedLine, composeLine } from "./composed_line.ts";
import type { Maker } from "./maker.ts";
import { pickOriginal } from "./original.ts";
import { strokes } from "./strokes.ts";

/** Two neighbours in a number, as the reader of a line sees them: most often touching, cut from others. */

/** Share of the numbers written with MNIST's digits. */
const MNIST_SHARE = 0.75;

/** Share of the neighbours that stand clear of each other. */
const WIDE_SHARE = 0.2;

const MOST_DIGITS = 4;

/** Two digits are there with this much of their ink, and this much of others at most. */
const WHOLE = 0.88;
const FOREIGN = 0.08;

/** Widest pair, in heights. */
const WIDEST = 2.6;

export const pairs: Maker = (random, originals) => {
  const source = happens(random, MNIST_SHARE) ? pickOriginal : strokes;
  const length = wholeBetween(random, 2, MOST_DIGITS);
  const digits = Array.from({ length }, () => source(random, originals)!);
  const line = composeLine(random, digits, WIDE_SHARE);
  if (!line) return null;
  const found = pairsOf(line);
  if (found.length === 0) return null;
  const { label, from, to } = pick(random, found);
  return { label, ink: line.inkOf(from, to) };
};

interface Pair {
  readonly label: number;
  /** Atoms, the last one not included. */
  readonly from: number;
  readonly to: number;
}

function pairsOf(line: ComposedLine): Pair[] {
  const { labels, atoms } = line;
  const totals = line.shareOf(0, atoms);
  const pairs: Pair[] = [];
  for (let from = 0; from < atoms; from++) {
    for (let to = from + 1; to <= atoms; to++) {
      if (line.inkOf(from, to).width > WIDEST * HEIGHT) break;
      const own = line.shareOf(from, to);
      const [first, second, more] = own.keys().toArray().filter((sign) =>
        own[sign]! >= WHOLE * totals[sign]!
      );
      if (second === undefined || more !== undefined) continue;
      const all = own.reduce((a, b) => a + b, 0);
      if (all - own[first!]! - own[second]! > FOREIGN * all) continue;
      const label = labelOfTwo(labels[first!]!, labels[second]!);
      pairs.push({ label, from, to });
    }
  }
  return pairs;
}
