import type { Ink } from "../../../src/imaging/ink.ts";
import type { Random } from "../../random.ts";
import { type Form, inkLines } from "./hand.ts";
import { type Pen, randomPen } from "../pen.ts";
import { extentOf, type Lines, mapLines } from "../place.ts";
import { parseShape, type Shape } from "../shape.ts";
import { smooth } from "../smooth.ts";
import { pick, spread } from "../chance.ts";

/**
 * What stands beside digits in amounts, in the notation of `parseShape`: the
 * digits beside it reach from 0 down to 100.
 */
const MARKS: Readonly<Record<string, readonly Shape[]>> = {
  ".": shapes("0,95 3,98", "0,94 2,99 4,95"),
  ",": shapes("6,92 6,102 0,114", "8,94 2,110"),
  "-": shapes("0,52 34,50", "0,50 20,54 44,48"),
  "=": shapes("0,44 38,42 | 2,60 38,58"),
  "$": shapes(
    "52,20 30,8 8,24 26,46 52,66 44,88 20,92 2,80 | 32,-6 26,108",
    "54,22 30,8 10,22 24,46 50,64 46,86 22,92 2,78 | 22,-4 20,106 | 36,-4 34,106",
  ),
  "£": shapes("60,16 42,0 24,16 28,60 6,96! 64,94 | 6,52 48,50"),
  "€": shapes("72,12 46,0 20,24 16,70 42,100 74,88 | 0,42 54,40 | 0,60 50,58"),
  "#": shapes("26,0 18,100 | 64,0 56,100 | 2,34 82,34 | 0,68 80,68"),
  "*": shapes("24,20 24,64 | 4,28 44,56 | 44,28 4,56"),
  "/": shapes("36,-8 0,108", "24,2 0,104", "46,-4 0,100", "32,-14 2,116"),
  ":": shapes("0,40 2,43 | 0,88 2,91", "2,36 0,40 | 2,92 0,96"),
  "(": shapes("20,-8 5,18 0,50 6,84 22,110", "26,0 6,26 2,54 8,82 24,104"),
  ")": shapes("2,-8 17,18 22,50 16,84 0,110", "0,0 20,26 24,54 18,82 2,104"),
  "+": shapes("22,28 20,76 | 0,52 44,50"),
};

export const MARK_CHARACTERS = Object.keys(MARKS).join("");

function shapes(...notations: readonly string[]): readonly Shape[] {
  return notations.map(parseShape);
}

/** A mark, cut tight, and where it stands. */
export interface WrittenMark {
  readonly ink: Ink;
  /** Pixels from the digits' lowest point down to the mark's. */
  readonly drop: number;
}

/** Deviation of a mark's points, in heights of a digit. */
const MISS = 0.012;

/** Writes a mark as high as one beside a digit of the form. @throws {RangeError} */
export function writeMark(
  character: string,
  random: Random,
  form: Form,
): WrittenMark {
  const shape = pick(random, MARKS[character] ?? []);
  const lines: Lines = shape.map((stroke) =>
    smooth(stroke.map((point) => ({
      ...point,
      x: point.x + spread(random, MISS),
      y: point.y + spread(random, MISS),
    })))
  );
  const middle = (extentOf(lines).top + extentOf(lines).bottom) / 2;
  const centred = mapLines(lines, ({ x, y }) => ({ x, y: y - middle }));
  const ink = inkLines(centred, roundPen(random), random, form);
  const drop = (middle - 1) * form.height + ink.height / 2;
  return { ink, drop };
}

function roundPen(random: Random): Pen {
  return { ...randomPen(random), flatness: 1, tapers: false };
}
