import assert from "node:assert/strict";
import type { Picture } from "../../src/imaging/picture.ts";
import { recognizer } from "./recognizer.ts";

/** A picture of numbers, and what it says. */
export interface NumberPicture {
  readonly picture: Picture;
  readonly text: string;
}

/** The misread ones, each with what it says and what was read. */
function misread(numbers: readonly NumberPicture[]): string[] {
  return numbers.flatMap(({ picture, text }) => {
    const read = recognizer.read(picture).text;
    return read === text ? [] : `${text}: ${read}`.replaceAll("\n", "|");
  });
}

/** Makes pictures, numbered from 0, and fails where more than `most` of them are misread. */
export function assertRead(
  count: number,
  make: (index: number) => NumberPicture,
  most: number,
): void {
  const wrong = misread(Array.from({ length: count }, (_, i) => make(i)));
  assert.ok(wrong.length <= most, wrong.join(", "));
}
