import type { Judgement } from "../../inference/calibrate.ts";
import type { Words } from "../words/words.ts";

interface OddsProps {
  readonly digit: Judgement;
  /** The large answer says already which digit it is. */
  readonly alone: boolean;
  readonly words: Words;
}

/** The line above a digit's bars: what it is taken for, and what else. */
export function Odds({ digit, alone, words }: OddsProps) {
  const { percent } = words.figures;
  if (digit.digit === null) {
    return (
      <p class="odds">
        <b>?</b> {words.digit.noDigitOdds}
      </p>
    );
  }
  if (alone && digit.verdict === "sure") {
    return <NoOdds words={words} />;
  }
  return (
    <p class="odds">
      <b>{digit.digit}</b> {percent(digit.confidence)}
      {digit.alternatives.map((other) => (
        <span>
          {words.digit.or}
          <b>{other}</b> {percent(digit.probabilities[other] ?? 0)}
        </span>
      ))}
    </p>
  );
}

/**
 * The line above bars where there is nothing to tell. No p: morphing would keep its
 * text for another answer, and move it to where that one has some.
 */
export function NoOdds({ words }: { readonly words: Words }) {
  return <div class="odds plain">{words.digit.odds}</div>;
}
