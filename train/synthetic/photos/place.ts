import type { Ink } from "../../../src/imaging/ink.ts";
import type { Random } from "../../random.ts";
import { smoothField } from "./noise.ts";

/** How the sheet lies before the camera. */
export interface Pose {
  /** Radians, clockwise. */
  readonly angle: number;
  /** Change of scale from one edge of the picture to the other, both ways. */
  readonly tilt: readonly [alongX: number, alongY: number];
  /** How far the sheet's bends move what is on it, pixels. */
  readonly bend: number;
}

/**
 * Where on the sheet each pixel of the picture lies: pixels from the middle of
 * the digit, at the scale the picture has there.
 */
export interface SheetMap {
  readonly width: number;
  readonly height: number;
  /** height x width, row-major. */
  readonly u: Float32Array;
  /** height x width, row-major. */
  readonly v: Float32Array;
}

/** Pixels between bends, in parts of the picture's shorter side. */
const BEND_PERIOD = 0.5;

/** Maps a picture to its sheet; `x` and `y` are the middle of the digit. */
export function mapSheet(
  random: Random,
  width: number,
  height: number,
  x: number,
  y: number,
  { angle, tilt, bend }: Pose,
): SheetMap {
  const u = new Float32Array(width * height);
  const v = new Float32Array(width * height);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  for (let row = 0, i = 0; row < height; row++) {
    for (let column = 0; column < width; column++, i++) {
      const dx = column + 0.5 - x;
      const dy = row + 0.5 - y;
      const away = 1 + tilt[0] * dx / width + tilt[1] * dy / height;
      u[i] = (cos * dx + sin * dy) / away;
      v[i] = (cos * dy - sin * dx) / away;
    }
  }
  if (bend > 0) {
    const period = BEND_PERIOD * Math.min(width, height);
    for (const coordinate of [u, v]) {
      const field = smoothField(random, width, height, period);
      for (let i = 0; i < field.length; i++) {
        coordinate[i]! += bend * field[i]!;
      }
    }
  }
  return { width, height, u, v };
}

/**
 * The plate seen through the map, its middle at the sheet's origin.
 *
 * @returns height x width, row-major, 0..1.
 */
export function placePlate(
  plate: Ink,
  { width, height, u, v }: SheetMap,
): Float32Array {
  const seen = new Float32Array(width * height);
  const middleX = plate.width / 2 - 0.5;
  const middleY = plate.height / 2 - 0.5;
  for (let i = 0; i < seen.length; i++) {
    const x = u[i]! + middleX;
    const y = v[i]! + middleY;
    if (x <= 0 || y <= 0 || x >= plate.width - 1 || y >= plate.height - 1) {
      continue;
    }
    const left = x | 0;
    const top = y | 0;
    const s = x - left;
    const t = y - top;
    const at = top * plate.width + left;
    const upper = plate.data[at]! * (1 - s) + plate.data[at + 1]! * s;
    const below = at + plate.width;
    const lower = plate.data[below]! * (1 - s) + plate.data[below + 1]! * s;
    seen[i] = upper * (1 - t) + lower * t;
  }
  return seen;
}
