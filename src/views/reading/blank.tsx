import { Answer } from "./answer.tsx";
import { Bars } from "./bars.tsx";
import { Growth } from "./growth.tsx";
import { NoOdds } from "./odds.tsx";
import { ResultFrame } from "./result_frame.tsx";
import {
  DigitStageFigures,
  NO_DIGIT_STAGES,
  NO_PICTURE_STAGES,
  PictureStageFigures,
  type PictureStages,
} from "./stages.tsx";
import { Thinking } from "./thinking.tsx";
import type { Message } from "../words/result.ts";
import type { Words } from "../words/words.ts";

const NO_PROBABILITIES: readonly number[] = Array.from({ length: 10 }, () => 0);

/** The result while nothing was written or sent. */
export function Blank({ words }: { readonly words: Words }) {
  return (
    <Empty
      message={words.result.blank}
      stages={NO_PICTURE_STAGES}
      words={words}
    />
  );
}

interface NothingFoundProps {
  readonly stages: PictureStages;
  readonly words: Words;
  /** Says so where the device itself looked. */
  readonly offline: string | null;
}

/** The result of a picture without writing. */
export function NothingFound(
  { stages, words, offline }: NothingFoundProps,
) {
  return (
    <Empty
      message={words.result.nothingFound}
      stages={stages}
      words={words}
      offline={offline}
    />
  );
}

interface EmptyProps {
  readonly message: Message;
  readonly stages: PictureStages;
  readonly words: Words;
  readonly offline?: string | null;
}

/** A result without digits. It keeps the room of one. */
function Empty({ message, stages, words, offline }: EmptyProps) {
  return (
    <ResultFrame
      text=""
      state="blank"
      words={words.result}
      offline={offline}
    >
      <Answer text="" decorative message={message} />
      <div class="digit">
        <div class="odds-card">
          <NoOdds words={words} />
          <Bars probabilities={NO_PROBABILITIES} words={words.bars} />
        </div>
        <DigitStageFigures stages={NO_DIGIT_STAGES} words={words.stages} />
        <Thinking seen={null} place={1} words={words.thinking} />
      </div>
      <Growth words={words.growth} />
      <PictureStageFigures stages={stages} words={words.stages} />
    </ResultFrame>
  );
}
