import { sharedWidth, span } from "../imaging/boxes.ts";
import { typicalHeight } from "../imaging/text_lines.ts";
import { leaveOut, type LeftOut } from "./left_out.ts";
import {
  isDigit,
  isStranger,
  isStroke,
  type LineReading,
  type Part,
} from "./line.ts";

/**
 * Lines of nothing but strokes that belong to no number: the edge of a sheet, a fold, a
 * finger, the ring of a cup, of which any part may look like a 1 or a 7.
 */

/** Heights of such strokes that may be writing, in those of the other digits. */
const LOWEST = 0.45;
const HIGHEST = 2.4;

/** Leaves them out where another line has digits that are no strokes. */
export function withoutStray(all: readonly LineReading[]): LeftOut {
  const digits = all.map(({ parts }) => parts.filter(isDigit));
  const others = digits.filter((line) => !line.every(isStroke)).flat();
  if (others.length === 0) return { lines: all, leftOut: [] };
  const height = typicalHeight(
    others.filter((digit) => !isStroke(digit)).map(({ box }) => box),
  );
  const mayBeWriting = ({ box }: Part) =>
    box.height >= LOWEST * height && box.height <= HIGHEST * height;
  const writing = span(others.filter(mayBeWriting).map(({ box }) => box));
  return leaveOut(all, ({ parts }) => {
    const digits = parts.filter(isDigit);
    if (!digits.every(isStroke)) return false;
    const isBeside = sharedWidth(
      span(digits.map(({ box }) => box)),
      writing,
    ) <= 0;
    const isCutFromStranger = parts.some(isStranger) &&
      digits.every((digit) => digit.isCut);
    return isBeside || isCutFromStranger || !digits.some(mayBeWriting);
  });
}
