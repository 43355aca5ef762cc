import type { Judgement } from "../inference/calibrate.ts";
import { percent } from "./percent.ts";

/** The verdict in words, and one sentence more. */
export interface Description {
  readonly verdict: string;
  readonly note: string;
}

/**
 * Says in words how a reading went.
 *
 * @param digits At least one.
 */
export function describe(digits: readonly Judgement[]): Description {
  const [first] = digits;
  return first && digits.length === 1
    ? describeOne(first)
    : describeAll(digits);
}

function describeOne(digit: Judgement): Description {
  if (digit.digit === null) {
    return {
      verdict: "No digit here",
      note: "This looks like none of the ten.",
    };
  }
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

function describeAll(digits: readonly Judgement[]): Description {
  const rejected = count(digits, "rejected");
  const unsure = count(digits, "unsure");
  const read = digits.length - rejected;
  const doubts = [
    ...(unsure > 0 ? [`${unsure} unsure`] : []),
    ...(rejected > 0 ? [`${rejected} not a digit`] : []),
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
