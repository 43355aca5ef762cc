import type { Box } from "../../imaging/picture.ts";
import type { Judgement } from "../../inference/calibrate.ts";
import { placeOn, share } from "./place.ts";
import type { DigitWords } from "../words/digit.ts";
import type { Words } from "../words/words.ts";

interface DigitBoxProps {
  readonly digit: Judgement;
  /** Counted from 1. */
  readonly place: number;
  /** Where it stands, in the same pixels as `region`. */
  readonly box: Box;
  /** What the map under it shows. */
  readonly region: Box;
  /** Whether it opens the digit; else it only marks its place. */
  readonly opens: boolean;
  readonly words: Words;
}

/**
 * The box of a digit on the map, with the digit above and its confidence
 * below. Its drawing covers all of the map, so that places are parts of its
 * size and letters keep theirs. The button lies where the box is, for those
 * who find it by its place.
 */
export function DigitBox(
  { digit, place, box, region, opens, words }: DigitBoxProps,
) {
  const area = placeOn(region, box);
  const middle = share(box.x - region.x + box.width / 2, region.width);
  const bottom = share(box.y - region.y + box.height, region.height);
  return (
    <label class="box">
      <svg>
        <g aria-hidden="true">
          <rect {...area} />
          <text class="name" x={middle} y={area.y} dy="-0.4em">
            {digit.digit ?? "?"}
          </text>
          {digit.digit !== null && (
            <text class="odd" x={middle} y={bottom} dy="1.25em">
              {words.figures.shortPercent(digit.confidence)}
            </text>
          )}
        </g>
        {opens && (
          <foreignObject {...area}>
            <input
              type="radio"
              name="digit"
              id={`digit-${place}`}
              checked={place === 1}
              aria-label={describe(place, digit, words.digit)}
            />
          </foreignObject>
        )}
      </svg>
    </label>
  );
}

function describe(
  place: number,
  { digit, confidence, alternatives }: Judgement,
  words: DigitWords,
): string {
  return digit === null
    ? words.noDigitBox(place)
    : words.box(place, digit, confidence, alternatives);
}
