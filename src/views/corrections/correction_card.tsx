import type { Correction } from "../../corrections/correction.ts";
import type { StagePicture } from "../reading/stage_picture.ts";
import type { Words } from "../words/words.ts";

/** A correction as it is listed. */
export interface ListedCorrection extends Omit<Correction, "pixels"> {
  readonly picture: StagePicture;
}

interface CorrectionCardProps {
  readonly correction: ListedCorrection;
  /** Whether it can be ticked. */
  readonly isChoice: boolean;
  readonly words: Words;
}

/** What the network saw, what it read, what is right, and since when. */
export function CorrectionCard(
  { correction, isChoice, words }: CorrectionCardProps,
) {
  const { id, picture, digit, read, date } = correction;
  const name = (shown: number | null) =>
    shown === null ? words.operator.noDigit : String(shown);
  const label = words.operator.describe(name(read), name(digit));
  const Tag = isChoice ? "label" : "div";
  return (
    <Tag class="correction-card">
      {isChoice && (
        <input
          type="checkbox"
          name="id"
          value={String(id)}
          aria-label={`${id}: ${label}`}
        />
      )}
      <img
        src={picture.source}
        width={picture.width}
        height={picture.height}
        alt=""
      />
      <span class="correction-said" title={label}>
        <s>{read ?? "–"}</s> <b>{digit ?? "–"}</b>
      </span>
      <time datetime={date}>{formatDate(date, words.language)}</time>
    </Tag>
  );
}

/** @param date YYYY-MM-DD, in UTC. */
function formatDate(date: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: "medium",
    timeZone: "UTC",
  });
  return format.format(new Date(date));
}
