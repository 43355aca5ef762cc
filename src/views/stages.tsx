/** A picture of what one stage saw. */
export interface StagePicture {
  /** URL, as a rule a data URL. */
  readonly source: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

/**
 * What every stage between the picture and the network saw; null or empty for
 * one that had nothing to do.
 */
export interface Stages {
  readonly sent: StagePicture | null;
  readonly paper: StagePicture | null;
  readonly ruled: StagePicture | null;
  readonly ink: StagePicture | null;
  /** One per glyph, in reading order. */
  readonly cropped: readonly StagePicture[];
  /** One per glyph whose strokes were too thin, in reading order. */
  readonly thickened: readonly StagePicture[];
  /** One per glyph, in reading order. */
  readonly seen: readonly StagePicture[];
}

/** Before anything was sent. */
export const NO_STAGES: Stages = {
  sent: null,
  paper: null,
  ruled: null,
  ink: null,
  cropped: [],
  thickened: [],
  seen: [],
};

/**
 * The stages side by side, each with one line of plain words. Of those that few
 * pictures need only the ones that changed something are shown.
 */
export function StageFigures({ stages }: { readonly stages: Stages }) {
  return (
    <div class="stages" role="group" aria-label="How it was read">
      <Stage title="As sent" pictures={listOf(stages.sent)}>
        The picture as it arrived, turned upright.
      </Stage>
      {stages.paper && (
        <Stage title="Light" pictures={[stages.paper]}>
          The sheet without its writing: what differs from it is ink.
        </Stage>
      )}
      {stages.ruled && (
        <Stage title="Ink and lines" pictures={[stages.ruled]}>
          With printed lines and frames, which go next.
        </Stage>
      )}
      <Stage title="Ink" pictures={listOf(stages.ink)}>
        Only the writing, freed of paper and shadow.
      </Stage>
      <Stage title="Cropped" pictures={stages.cropped}>
        Each digit, cut out by itself.
      </Stage>
      {stages.thickened.length > 0 && (
        <Stage title="Thickened" pictures={stages.thickened}>
          Hairlines drawn over with a wider pen, so that they do not fade.
        </Stage>
      )}
      <Stage title="What the network sees" pictures={stages.seen} crisp>
        Shrunk to 28 × 28 and centred by weight.
      </Stage>
    </div>
  );
}

interface StageProps {
  readonly title: string;
  readonly pictures: readonly StagePicture[];
  /** Shows every pixel as a sharp square. */
  readonly crisp?: boolean;
  readonly children: string;
}

function Stage({ title, pictures, crisp, children }: StageProps) {
  const many = pictures.length > 1;
  return (
    <figure class="stage">
      <div class={`frame${many ? " many" : ""}${crisp ? " crisp" : ""}`}>
        {pictures.map(({ source, width, height }, index) => (
          <img
            src={source}
            width={width}
            height={height}
            alt={many ? `${title}, ${index + 1}` : title}
          />
        ))}
      </div>
      <figcaption>
        <b>{title}</b> <span>{children}</span>
      </figcaption>
    </figure>
  );
}

function listOf(picture: StagePicture | null): readonly StagePicture[] {
  return picture ? [picture] : [];
}
