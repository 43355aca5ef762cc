import assert from "node:assert/strict";
import { findStrokes } from "../../src/imaging/strokes.ts";
import { findText } from "../../src/imaging/text.ts";
import type { TextLine } from "../../src/imaging/text_line.ts";
import type { Judgement } from "../../src/inference/calibrate.ts";
import { type LineReading, readLine } from "../../src/reading/line.ts";
import {
  MOST_PAIR_PRICE,
  pairPricesOf,
  type TellTwo,
} from "../../src/reading/pairs.ts";
import { Random } from "../../train/random.ts";
import { compose } from "../../train/makers/composed.ts";
import { strokes } from "../../train/makers/strokes.ts";
import type { Originals } from "../../train/makers/maker.ts";

function surely(digit: number): Float64Array {
  const sure = new Float64Array(10);
  sure[digit] = 1;
  return sure;
}

/** Takes every glyph for a 1. */
const classify = (): Judgement => ({
  digit: 1,
  confidence: 0.99,
  probabilities: [...surely(1)],
  strangeness: 0.01,
  several: 0.005,
  verdict: "sure",
  alternatives: [],
});

/** How many digits were cut from the one before. */
function countCuts({ line, parts }: LineReading): number {
  return parts.slice(1).filter(({ from, glyph }, i) =>
    glyph && parts[i]!.glyph && line.crossed[from]! > 0
  ).length;
}

/** Digits that touch, of which one at least is cut from another. */
function touchingLine(): TextLine {
  for (let seed = 1;; seed++) {
    const random = new Random(seed);
    const digits = [1, 2, 3].map(() => strokes(random, {} as Originals)!);
    const { ink } = compose(random, digits, 0)!;
    const found = findStrokes(ink);
    const [line] = found ? findText(ink, found).lines : [];
    if (line && countCuts(readLine(line, classify, null)) > 0) return line;
  }
}

const line = touchingLine();

Deno.test("pairPricesOf() asks once for each pair of places", () => {
  let asked = 0;
  const price = pairPricesOf(line, () => {
    asked++;
    return { first: surely(3), second: surely(4) };
  });
  assert.ok(price(0, 2, [3, 4]) === 0);
  assert.equal(price(0, 2, [3, 5]), MOST_PAIR_PRICE);
  assert.equal(asked, 1);
  price(0, 1, [3, 4]);
  price(1, 2, [3, 4]);
  assert.equal(asked, 3);
});

Deno.test("pairPricesOf() asks more for two digits the less likely both are", () => {
  const likely = (share: number) => {
    const first = new Float64Array(10).fill((1 - share) / 9);
    first[7] = share;
    return pairPricesOf(line, () => ({ first, second: surely(1) }))(0, 2, [
      7,
      1,
    ]);
  };
  const prices = [0.999, 0.9, 0.5, 0.1, 0.01, 1e-6].map(likely);
  assert.deepEqual(prices, prices.toSorted((a, b) => a - b));
  assert.equal(prices.at(-1), MOST_PAIR_PRICE);
});

Deno.test("readLine() takes the way whose pairs are likely, and pays for those that are not", () => {
  const without = readLine(line, classify, null);
  const tell = (digit: number): TellTwo => () => ({
    first: surely(digit),
    second: surely(digit),
  });
  assert.ok(readLine(line, classify, tell(1)).price === without.price);
  const against = readLine(line, classify, tell(2));
  assert.ok(against.price > without.price);
  assert.ok(
    against.price <=
      without.price + countCuts(without) * MOST_PAIR_PRICE + 1e-9,
  );
});
