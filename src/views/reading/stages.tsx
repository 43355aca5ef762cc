import type { Box } from "../../imaging/picture.ts";
import type { StagePicture } from "./stage_picture.ts";
import type { SeenPixels } from "./thinking.tsx";
import type { StagesWords, StageText } from "../words/stages.ts";

/** What the stages saw of the picture as a whole; null for one that had nothing to do. */
export interface PictureStages {
  readonly sent: StagePicture | null;
  readonly paper: StagePicture | null;
  readonly ruled: StagePicture | null;
  readonly ink: StagePicture | null;
  readonly pieces: StagePicture | null;
}

/** What the stages saw of one digit; null for one that had nothing to do. */
export interface DigitStages {
  readonly cropped: StagePicture | null;
  readonly thickened: StagePicture | null;
  readonly seen: StagePicture | null;
  /** The same, to ask about its thinking, and to say what it is. */
  readonly pixels: SeenPixels | null;
}

/** The ink around the digits, to show them in their places. */
export interface InkMap {
  readonly picture: StagePicture;
  /** What of the picture it shows, in the pixels of the digits' boxes. */
  readonly region: Box;
  /** Marks on it that are no digits, in the same pixels. */
  readonly leftOut: readonly Box[];
}

/** What every stage between the picture and the network saw. */
export interface Stages {
  readonly picture: PictureStages;
  /** null where nothing was found. */
  readonly map: InkMap | null;
  /** In reading order; of a picture with very many digits only the first ones. */
  readonly digits: readonly DigitStages[];
}

/** Before anything was sent. */
export const NO_PICTURE_STAGES: PictureStages = {
  sent: null,
  paper: null,
  ruled: null,
  ink: null,
  pieces: null,
};

/** Of a digit that is not there. */
export const NO_DIGIT_STAGES: DigitStages = {
  cropped: null,
  thickened: null,
  seen: null,
  pixels: null,
};

interface PictureStageProps {
  readonly stages: PictureStages;
  readonly words: StagesWords;
}

/**
 * The stages of the whole picture, each with one line of plain words. Of those
 * that few pictures need only the ones that changed something are shown.
 */
export function PictureStageFigures({ stages, words }: PictureStageProps) {
  return (
    <div class="stages" role="group" aria-label={words.ofPicture}>
      <Stage text={words.sent} picture={stages.sent} />
      {stages.paper && <Stage text={words.paper} picture={stages.paper} />}
      {stages.ruled && <Stage text={words.ruled} picture={stages.ruled} />}
      <Stage text={words.ink} picture={stages.ink} />
      {stages.pieces && (
        <Stage text={words.pieces} picture={stages.pieces} wide />
      )}
    </div>
  );
}

interface DigitStageProps {
  readonly stages: DigitStages;
  readonly words: StagesWords;
}

/** The stages of one digit: always the same, so that none moves another. */
export function DigitStageFigures({ stages, words }: DigitStageProps) {
  const { cropped, thickened, seen } = stages;
  const isPen = cropped !== null && thickened === null;
  const { title, note } = words.thickened;
  return (
    <div class="stages own" role="group" aria-label={words.ofDigit}>
      <Stage text={words.cropped} picture={cropped} />
      <Stage
        text={{ title, note: isPen ? words.notThickened : note }}
        picture={thickened ?? cropped}
      />
      <Stage text={words.seen} picture={seen} crisp />
    </div>
  );
}

interface StageProps {
  readonly text: StageText;
  readonly picture: StagePicture | null;
  /** Shows every pixel as a sharp square. */
  readonly crisp?: boolean;
  /** Takes the room of several. */
  readonly wide?: boolean;
}

function Stage({ text, picture, crisp, wide }: StageProps) {
  return (
    <figure class={`stage${wide ? " wide" : ""}`}>
      <div class={`frame${crisp ? " crisp" : ""}`}>
        {picture && (
          <img
            src={picture.source}
            width={picture.width}
            height={picture.height}
            alt={text.title}
          />
        )}
      </div>
      <figcaption>
        <b>{text.title}</b> <span>{text.note}</span>
      </figcaption>
    </figure>
  );
}
