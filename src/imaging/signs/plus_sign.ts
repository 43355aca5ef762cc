import type { Ink } from "../ink.ts";
import { median } from "../median.ts";
import { onlyRun, type RowRun } from "../plain_stroke.ts";
import { isMadeOf } from "./segments.ts";

/** Width of a sign in its heights. */
const NARROWEST = 0.55;
const WIDEST = 1.8;

/** Part of each side that holds the end of one stroke, and nothing else. */
const END = 0.22;

/** How far from the middle, in parts of the side, strokes end at most. */
const OFF_CENTRE = 0.22;

/** Thickness of a stroke at most, in parts of the longer side. */
const THICKEST = 0.3;

/** Whether a piece is a +: two straight strokes across each other, one upright, one level. */
export function isPlusSign(ink: Ink): boolean {
  const { width, height } = ink;
  if (width < NARROWEST * height || width > WIDEST * height) return false;
  const upright = strokeDown(ink);
  const level = upright && strokeDown(transposed(ink));
  if (!level) return false;
  const segments = [
    {
      from: { x: upright.from, y: 0 },
      to: { x: upright.to, y: height - 1 },
    },
    { from: { x: 0, y: level.from }, to: { x: width - 1, y: level.to } },
  ];
  const thickness = Math.max(upright.thickness, level.thickness);
  return thickness <= THICKEST * Math.max(width, height) &&
    isMadeOf(ink, segments, thickness);
}

/** A straight stroke from the first row of a piece to its last. */
interface Stroke {
  /** The column in which it begins, and in which it ends. */
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/** null where the first and the last rows do not hold one stroke's end each, near the middle. */
function strokeDown({ width, height, data }: Ink): Stroke | null {
  const count = Math.max(1, Math.round(END * height));
  const runs = Array.from({ length: 2 * count }, (_, i) => {
    const y = i < count ? i : height - 1 - (i - count);
    return onlyRun(data.subarray(y * width, (y + 1) * width));
  }).filter((run) => run !== null);
  if (runs.length < 2 * count) return null;
  const middleOf = (some: readonly RowRun[]) =>
    median(some.map(({ middle }) => middle))!;
  const start = middleOf(runs.slice(0, count));
  const end = middleOf(runs.slice(count));
  const isCentral = [start, end].every((x) =>
    Math.abs((x + 0.5) / width - 0.5) <= OFF_CENTRE
  );
  if (!isCentral) return null;
  // The ends were measured in the middle of the first and of the last rows.
  const beyond = (end - start) / Math.max(1, height - count) * (count - 1) / 2;
  return {
    from: start - beyond,
    to: end + beyond,
    thickness: median(runs.map(({ length }) => length))!,
  };
}

function transposed({ width, height, data }: Ink): Ink {
  const turned = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      turned[x * height + y] = data[y * width + x]!;
    }
  }
  return { width: height, height: width, data: turned };
}
