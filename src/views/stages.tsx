import type { Child } from "hono/jsx";
import type { Box } from "../imaging/picture.ts";
import type { SeenPixels } from "./thinking.tsx";

/** A picture of what one stage saw. */
export interface StagePicture {
  /** URL, as a rule a data URL. */
  readonly source: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

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
  /** The same, to ask about its thinking. */
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

/**
 * The stages of the whole picture, each with one line of plain words. Of those
 * that few pictures need only the ones that changed something are shown.
 */
export function PictureStageFigures({ stages }: { stages: PictureStages }) {
  return (
    <div class="stages" role="group" aria-label="How the picture was read">
      <Stage title="As sent" picture={stages.sent}>
        The picture as it arrived, turned upright.
      </Stage>
      {stages.paper && (
        <Stage title="Light" picture={stages.paper}>
          The sheet without its writing: what differs from it is ink.
        </Stage>
      )}
      {stages.ruled && (
        <Stage title="Ink and lines" picture={stages.ruled}>
          With printed lines and frames, which go next.
        </Stage>
      )}
      <Stage title="Ink" picture={stages.ink}>
        Only the writing, freed of paper and shadow.
      </Stage>
      {stages.pieces && (
        <Stage title="Pieces" picture={stages.pieces} wide>
          Colours part the digits, grey is left out. Red lines are cuts, pale
          ones were tried.
        </Stage>
      )}
    </div>
  );
}

/** The stages of one digit: always the same, so that none moves another. */
export function DigitStageFigures({ stages }: { stages: DigitStages }) {
  return (
    <div class="stages own" role="group" aria-label="How the digit was read">
      <Stage title="Cropped" picture={stages.cropped}>
        The digit, cut out by itself.
      </Stage>
      <Stage title="Thickened" picture={stages.thickened ?? stages.cropped}>
        {stages.thickened || !stages.cropped
          ? "Hairlines get the width of a pen."
          : "No need: as wide as a pen."}
      </Stage>
      <Stage title="What the network sees" picture={stages.seen} crisp>
        Shrunk to 28 × 28 and centred by weight.
      </Stage>
    </div>
  );
}

interface StageProps {
  readonly title: string;
  readonly picture: StagePicture | null;
  /** Shows every pixel as a sharp square. */
  readonly crisp?: boolean;
  /** Takes the room of several. */
  readonly wide?: boolean;
  readonly children: Child;
}

function Stage({ title, picture, crisp, wide, children }: StageProps) {
  return (
    <figure class={`stage${wide ? " wide" : ""}`}>
      <div class={`frame${crisp ? " crisp" : ""}`}>
        {picture && (
          <img
            src={picture.source}
            width={picture.width}
            height={picture.height}
            alt={title}
          />
        )}
      </div>
      <figcaption>
        <b>{title}</b> <span>{children}</span>
      </figcaption>
    </figure>
  );
}
