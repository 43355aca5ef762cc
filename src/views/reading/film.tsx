import type { StagePicture } from "./stage_picture.ts";
import type { Words } from "../words/words.ts";

/** What was read of a drawing while it was being drawn. */
export interface Moment {
  readonly picture: StagePicture | null;
  /** "?" stands for what is no digit; empty where nothing was read. */
  readonly text: string;
  /** Of the least sure digit, 0..1; 0 where one is none. */
  readonly confidence: number;
}

interface FilmProps {
  /** At least one; the last is of the whole drawing. */
  readonly moments: readonly Moment[];
  readonly words: Words;
}

/** A drawing as it grew, with what was read at each moment and how sure it was. */
export function Film({ moments, words }: FilmProps) {
  const own = words.growth;
  const answer = moments.at(-1)?.text;
  return (
    <>
      <ol class="moments" tabindex={0} aria-label={own.label}>
        {moments.map((moment, index) => (
          <li class={moment.text === answer ? "kept" : undefined}>
            <div class="frame">
              {moment.picture && (
                <img
                  src={moment.picture.source}
                  width={moment.picture.width}
                  height={moment.picture.height}
                  alt={own.alt(index + 1, moments.length)}
                />
              )}
            </div>
            <svg class="meter" aria-hidden="true">
              <rect
                width={`${(100 * moment.confidence).toFixed(1)}%`}
                height="100%"
              />
            </svg>
            <p>
              <b>{moment.text}</b> <span>{describe(moment, words)}</span>
            </p>
          </li>
        ))}
      </ol>
      <p class="film-legend">{own.legend}</p>
    </>
  );
}

function describe({ text, confidence }: Moment, words: Words): string {
  const { nothing, none } = words.growth;
  if (text === "") return nothing;
  return confidence > 0 ? words.figures.percent(confidence) : none;
}
