import type { Judgement } from "../inference/calibrate.ts";
import type { DigitReading, Reading } from "../recognize.ts";
import { percent } from "./percent.ts";

/** The verdict in words, and one sentence more. */
export interface Description {
  readonly verdict: string;
  readonly note: string;
}

/** What a description says something of. */
export type Described = Pick<Reading, "isCrowded"> & {
  readonly digits: readonly (Judgement & Pick<DigitReading, "box">)[];
};

/** Rejected ink as many times wider than high may be a number. */
const WIDE = 1;

/**
 * Says in words how a reading went, and what to do where it did not go.
 *
 * @param reading Of at least one digit.
 * @param leftOut Marks shown beside the digits that are none.
 */
export function describe(reading: Described, leftOut: number): Description {
  const { digits, isCrowded } = reading;
  const [first] = digits;
  if (isCrowded) {
    return {
      verdict: "Too much to read",
      note: "There is more in this picture than a few numbers. " +
        "Crop it to the number.",
    };
  }
  const { verdict, note } = first && digits.length === 1
    ? describeOne(first)
    : describeAll(digits);
  return { verdict, note: [note, ...describeLeftOut(leftOut)].join(" ") };
}

function describeLeftOut(count: number): string[] {
  if (count === 0) return [];
  return [count === 1 ? "1 mark left out." : `${count} marks left out.`];
}

function describeOne(digit: Described["digits"][number]): Description {
  if (digit.digit === null) return describeNone(digit);
  const name = withArticle(digit.digit);
  if (digit.verdict === "sure") {
    return {
      verdict: `It is ${name}`,
      note: capitalize(`${percent(digit.confidence)} sure.`),
    };
  }
  const others = digit.alternatives.map(withArticle);
  return {
    verdict: `Probably ${name}`,
    note: others.length > 0
      ? `It could be ${others.join(" or ")} as well.`
      : `Only ${percent(digit.confidence)} sure.`,
  };
}

function describeNone({ box }: Described["digits"][number]): Description {
  if (box && box.width > WIDE * box.height) {
    return {
      verdict: "No digits found",
      note: "If this is a number, crop the picture to it, " +
        "or write its digits further apart.",
    };
  }
  return {
    verdict: "No digit here",
    note: "This looks like none of the ten.",
  };
}

function describeAll(digits: readonly Judgement[]): Description {
  const rejected = count(digits, "rejected");
  const unsure = count(digits, "unsure");
  const read = digits.length - rejected;
  const doubts = [
    ...(unsure > 0 ? [`${unsure} unsure`] : []),
    ...(rejected === 1 ? ["1 mark is no digit"] : []),
    ...(rejected > 1 ? [`${rejected} marks are no digits`] : []),
  ];
  return {
    verdict: read === 1 ? "1 digit" : `${read} digits`,
    note: doubts.length > 0 ? `${doubts.join(", ")}.` : "All clear.",
  };
}

function count(digits: readonly Judgement[], verdict: string): number {
  return digits.filter((digit) => digit.verdict === verdict).length;
}

/** An eight, but a one: 8 is the one digit that begins with a vowel's sound. */
function withArticle(digit: number): string {
  return digit === 8 ? "an 8" : `a ${digit}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
