import type { Judgement } from "../../inference/calibrate.ts";
import type { ReadDigit, TextReading } from "../../recognize.ts";
import type { Message } from "../words/result.ts";
import type { VerdictWords } from "../words/verdict.ts";

/** What a verdict says something of. */
export type Described = Pick<TextReading, "isCrowded"> & {
  readonly digits: readonly (Judgement & Pick<ReadDigit, "box">)[];
};

/** Rejected ink as many times wider than high may be a number. */
const WIDE = 1;

/**
 * Says in words how a reading went, and what to do where it did not go.
 *
 * @param reading Of at least one digit.
 * @param leftOut Marks shown beside the digits that are none.
 */
export function describe(
  { digits, isCrowded }: Described,
  leftOut: number,
  words: VerdictWords,
): Message {
  if (isCrowded) return words.crowded;
  const [first] = digits;
  const { verdict, note } = first && digits.length === 1
    ? describeOne(first, words)
    : describeAll(digits, words);
  if (leftOut === 0) return { verdict, note };
  return { verdict, note: `${note} ${words.leftOut(leftOut)}` };
}

function describeOne(
  { digit, verdict, confidence, alternatives, box }:
    Described["digits"][number],
  words: VerdictWords,
): Message {
  if (digit === null) {
    const isWide = box !== null && box.width > WIDE * box.height;
    return isWide ? words.noDigits : words.noDigit;
  }
  if (verdict === "sure") {
    return { verdict: words.isDigit(digit), note: words.sure(confidence) };
  }
  return {
    verdict: words.probably(digit),
    note: alternatives.length > 0
      ? words.others(alternatives)
      : words.onlySure(confidence),
  };
}

function describeAll(
  digits: readonly Judgement[],
  words: VerdictWords,
): Message {
  const rejected = count(digits, "rejected");
  const unsure = count(digits, "unsure");
  return {
    verdict: words.digits(digits.length - rejected),
    note: rejected + unsure > 0 ? words.doubts(unsure, rejected) : words.clear,
  };
}

function count(digits: readonly Judgement[], verdict: string): number {
  return digits.filter((digit) => digit.verdict === verdict).length;
}
