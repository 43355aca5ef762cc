import { findStrokes } from "../../src/imaging/strokes.ts";
import { findLines } from "../../src/imaging/text.ts";
import { inkOf, type TextLine } from "../../src/imaging/text_line.ts";
import { happens, pick, wholeBetween } from "../synthetic/chance.ts";
import { labelOfTwo } from "../targets.ts";
import { compose, type Composed, HEIGHT } from "./composed.ts";
import type { Maker } from "./maker.ts";
import { pickOriginal } from "./original.ts";
import { sharesOf } from "./shares.ts";
import { strokes as drawn } from "./strokes.ts";

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
  const source = happens(random, MNIST_SHARE) ? pickOriginal : drawn;
  const length = wholeBetween(random, 2, MOST_DIGITS);
  const digits = Array.from({ length }, () => source(random, originals)!);
  const number = compose(random, digits, WIDE_SHARE);
  const strokes = number && findStrokes(number.ink);
  if (!strokes) return null;
  const [line, more] = findLines(number.ink, strokes);
  if (!line || more) return null;
  const found = pairsOf(line, number);
  if (found.length === 0) return null;
  const { label, from, to } = pick(random, found);
  return { label, ink: inkOf(line, from, to).ink };
};

interface Pair {
  readonly label: number;
  /** Atoms, the last one not included. */
  readonly from: number;
  readonly to: number;
}

function pairsOf(line: TextLine, number: Composed): Pair[] {
  const shares = sharesOf(line, number);
  const { labels } = number;
  const sum = (from: number, to: number) =>
    labels.map((_, digit) =>
      shares.slice(from, to).reduce((all, share) => all + share[digit]!, 0)
    );
  const totals = sum(0, shares.length);
  const pairs: Pair[] = [];
  for (let from = 0; from < shares.length; from++) {
    for (let to = from + 1; to <= shares.length; to++) {
      if (inkOf(line, from, to).box.width > WIDEST * HEIGHT) break;
      const own = sum(from, to);
      const whole = own.keys().toArray().filter((i) =>
        own[i]! >= WHOLE * totals[i]!
      );
      const [first, second, more] = whole;
      if (second === undefined || more !== undefined) continue;
      const all = own.reduce((a, b) => a + b, 0);
      const foreign = all - own[first!]! - own[second]!;
      if (foreign > FOREIGN * all) continue;
      pairs.push({
        label: labelOfTwo(labels[first!]!, labels[second]!),
        from,
        to,
      });
    }
  }
  return pairs;
}
