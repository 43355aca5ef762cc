import type { Judgement } from "../inference/calibrate.ts";
import { percent } from "./percent.ts";

interface OddsProps {
  readonly digit: Judgement;
  /** The large answer says already which digit it is. */
  readonly alone: boolean;
}

/** The line above a digit's bars: what it is taken for, and what else. */
export function Odds({ digit, alone }: OddsProps) {
  if (digit.digit === null) {
    return (
      <p class="odds">
        <b>?</b> no digit; if it were one:
      </p>
    );
  }
  if (alone && digit.verdict === "sure") {
    return (
      <p class="odds plain">
        <span>How probable each digit is</span>
      </p>
    );
  }
  return (
    <p class="odds">
      <b>{digit.digit}</b> {percent(digit.confidence)}
      {digit.alternatives.map((other) => (
        <span>
          , or <b>{other}</b> {percent(digit.probabilities[other] ?? 0)}
        </span>
      ))}
    </p>
  );
}
