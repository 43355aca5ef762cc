import { Answer } from "./answer.tsx";
import { Bars } from "./bars.tsx";
import { Growth } from "./growth.tsx";
import { ResultFrame } from "./result_frame.tsx";
import {
  DigitStageFigures,
  NO_DIGIT_STAGES,
  NO_PICTURE_STAGES,
  PictureStageFigures,
  type PictureStages,
} from "./stages.tsx";
import { Thinking } from "./thinking.tsx";
import type { Words } from "./words/words.ts";

const NO_PROBABILITIES: readonly number[] = Array.from({ length: 10 }, () => 0);

/** The result while nothing was written or sent. */
export function Blank({ words }: { readonly words: Words }) {
  return (
    <Empty
      verdict="No ink yet"
      note="Write a number, or choose a picture of one."
      stages={NO_PICTURE_STAGES}
      words={words}
    />
  );
}

interface NothingFoundProps {
  readonly stages: PictureStages;
  readonly words: Words;
}

/** The result of a picture without writing. */
export function NothingFound({ stages, words }: NothingFoundProps) {
  return (
    <Empty
      verdict="No writing found"
      note="Nothing in this picture stands out from its paper like ink."
      stages={stages}
      words={words}
    />
  );
}

interface EmptyProps {
  readonly verdict: string;
  readonly note: string;
  readonly stages: PictureStages;
  readonly words: Words;
}

/** A result without digits. It keeps the room of one. */
function Empty({ verdict, note, stages, words }: EmptyProps) {
  return (
    <ResultFrame text="" state="blank">
      <Answer text="0–9" decorative verdict={verdict} note={note} />
      <div class="digit">
        <div class="odds-card">
          <p class="odds plain">
            <span>How probable each digit is</span>
          </p>
          <Bars probabilities={NO_PROBABILITIES} words={words.bars} />
        </div>
        <DigitStageFigures stages={NO_DIGIT_STAGES} />
        <Thinking seen={null} place={1} words={words.thinking} />
      </div>
      <Growth words={words.growth} />
      <PictureStageFigures stages={stages} />
    </ResultFrame>
  );
}
