import { Answer } from "./answer.tsx";
import { Bars } from "./bars.tsx";
import { ResultFrame } from "./result_frame.tsx";
import {
  DigitStageFigures,
  NO_DIGIT_STAGES,
  NO_PICTURE_STAGES,
  PictureStageFigures,
  type PictureStages,
} from "./stages.tsx";

const NO_PROBABILITIES: readonly number[] = Array.from({ length: 10 }, () => 0);

/** The result while nothing was written or sent. */
export function Blank() {
  return (
    <Empty
      verdict="No ink yet"
      note="Write a number, or choose a picture of one."
      stages={NO_PICTURE_STAGES}
    />
  );
}

/** The result of a picture without writing. */
export function NothingFound({ stages }: { readonly stages: PictureStages }) {
  return (
    <Empty
      verdict="No writing found"
      note="Nothing in this picture stands out from its paper like ink."
      stages={stages}
    />
  );
}

interface EmptyProps {
  readonly verdict: string;
  readonly note: string;
  readonly stages: PictureStages;
}

/** A result without digits. It keeps the room of one. */
function Empty({ verdict, note, stages }: EmptyProps) {
  return (
    <ResultFrame text="" state="blank">
      <Answer text="0–9" decorative verdict={verdict} note={note} />
      <div class="digit">
        <div class="odds-card">
          <p class="odds plain">
            <span>How probable each digit is</span>
          </p>
          <Bars probabilities={NO_PROBABILITIES} />
        </div>
        <DigitStageFigures stages={NO_DIGIT_STAGES} />
      </div>
      <PictureStageFigures stages={stages} />
    </ResultFrame>
  );
}
