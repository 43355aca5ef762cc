import type { Judgement } from "../inference/calibrate.ts";
import { Bars } from "./bars.tsx";
import { CorrectionForm } from "./correction_form.tsx";
import { Odds } from "./odds.tsx";
import { DigitStageFigures, type DigitStages } from "./stages.tsx";
import type { Words } from "./words/words.ts";

interface DigitDetailProps {
  readonly digit: Judgement;
  /** The large answer says already which digit it is. */
  readonly alone: boolean;
  readonly stages: DigitStages;
  readonly words: Words;
}

/** How probable each digit is, and how the network came to see this one. */
export function DigitDetail({ digit, alone, stages, words }: DigitDetailProps) {
  return (
    <>
      <div class="odds-card">
        <Odds digit={digit} alone={alone} words={words} />
        <Bars probabilities={digit.probabilities} words={words.bars} />
        {stages.correctable !== null && (
          <CorrectionForm
            pixels={stages.correctable}
            digit={digit}
            words={words.corrections}
          />
        )}
      </div>
      <DigitStageFigures stages={stages} words={words.stages} />
    </>
  );
}
