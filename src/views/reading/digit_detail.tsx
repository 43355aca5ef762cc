import type { Judgement } from "../../inference/calibrate.ts";
import { Bars } from "./bars.tsx";
import { CorrectionForm } from "../corrections/correction_form.tsx";
import { Odds } from "./odds.tsx";
import { DigitStageFigures, type DigitStages } from "./stages.tsx";
import { Thinking } from "./thinking.tsx";
import type { Thought } from "./thought.tsx";
import type { Words } from "../words/words.ts";

interface DigitDetailProps {
  readonly digit: Judgement;
  /** Counted from 1. */
  readonly place: number;
  /** The large answer says already which digit it is. */
  readonly alone: boolean;
  readonly stages: DigitStages;
  /** Whether it may be said what it is. */
  readonly isCorrectable: boolean;
  /** Shown at once; else it can be asked for. */
  readonly thought: Thought | null;
  readonly words: Words;
}

/** How probable each digit is, and how the network came to see this one. */
export function DigitDetail(props: DigitDetailProps) {
  const { digit, place, alone, stages, isCorrectable, thought, words } = props;
  return (
    <>
      <div class="odds-card">
        <Odds digit={digit} alone={alone} words={words} />
        <Bars probabilities={digit.probabilities} words={words.bars} />
        {isCorrectable && stages.pixels && (
          <CorrectionForm
            pixels={stages.pixels.base64}
            digit={digit}
            words={words.corrections}
          />
        )}
      </div>
      <DigitStageFigures stages={stages} words={words.stages} />
      <Thinking
        seen={stages.pixels}
        place={place}
        thought={thought}
        words={words.thinking}
      />
    </>
  );
}
