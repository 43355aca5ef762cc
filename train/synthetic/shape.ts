/**
 * The notation of what a pen draws. A shape is a list of strokes; a stroke is
 * the list of points the pen passes through, in hundredths of the height of a
 * digit, x to the right and y down:
 *
 *   "2,4 54,2! 20,100 | 14,52 52,48"    a crossed 7
 *
 * `|` lifts the pen; `!` makes the point a corner. Between corners the line is
 * smooth, and straight where no point lies between them.
 */
export interface ControlPoint {
  /** In heights of a digit, 0..1 or little beyond. */
  readonly x: number;
  readonly y: number;
  readonly isCorner: boolean;
}

/** One stroke from pen down to pen up; at least two points. */
export type Stroke = readonly ControlPoint[];

export type Shape = readonly Stroke[];

/** A shape is written in another way than the notation allows. */
export class ShapeError extends Error {
  override name = "ShapeError";
}

const POINT = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(!?)$/;
const UNIT = 100;

/** @throws {ShapeError} naming the stroke that cannot be read */
export function parseShape(notation: string): Shape {
  return notation.split("|").map((stroke) => {
    const points = stroke.trim().split(/\s+/).map((text) => {
      const match = POINT.exec(text);
      if (!match) {
        throw new ShapeError(
          `"${stroke}": expected x,y or x,y!, found ${text}`,
        );
      }
      return {
        x: Number(match[1]) / UNIT,
        y: Number(match[2]) / UNIT,
        isCorner: match[3] === "!",
      };
    });
    if (points.length < 2) {
      throw new ShapeError(`"${stroke}": expected two points at least`);
    }
    return points;
  });
}
