import type { Ink } from "../../../src/imaging/ink.ts";
import type { Picture } from "../../../src/imaging/picture.ts";
import { resample } from "../../../src/imaging/resample.ts";
import type { Random } from "../../random.ts";
import { cropToInk } from "./plate.ts";

/** A digit cut out and reduced, as post offices and old data sets keep them. */
export interface Bitmap {
  /** Pixels of the picture's longer side, or of both. */
  readonly side: number;
  /** Paper left around the digit, pixels. */
  readonly margin: number;
  /** `fill` stretches to the square, `fit` keeps the aspect in it, `cut` has no margin beside. */
  readonly shape: "fill" | "fit" | "cut";
  /** Whether pixels are black or white. */
  readonly isBinary: boolean;
  /** Thicker (above 0) or thinner: what is added to the ink before it is cut off. */
  readonly weight: number;
}

/** A one stretched to a square is no one any more. */
const MOST_STRETCHED = 1.5;

/** A blank bitmap is a square of paper. */
export function drawBitmap(ink: Ink, random: Random, bitmap: Bitmap): Picture {
  const digit = cropToInk(ink);
  const inner = bitmap.side - 2 * bitmap.margin;
  if (!digit) return toPicture(emptyInk(bitmap.side, bitmap.side));
  const longer = Math.max(digit.width, digit.height);
  const fitted = (length: number) => {
    const kept = inner * length / longer;
    const stretched = Math.min(inner, MOST_STRETCHED * kept);
    return Math.max(2, Math.round(bitmap.shape === "fill" ? stretched : kept));
  };
  const width = fitted(digit.width);
  const height = fitted(digit.height);
  const data = resample(digit.data, digit.width, digit.height, width, height);
  for (let i = 0; i < data.length; i++) {
    const value = data[i]! + bitmap.weight;
    data[i] = bitmap.isBinary
      ? value >= 0.5 ? 1 : 0
      : Math.min(1, Math.max(0, data[i]! * (1 + bitmap.weight)));
  }
  const isCut = bitmap.shape === "cut";
  const frame = emptyInk(
    isCut ? width + 2 * bitmap.margin : bitmap.side,
    isCut ? height + 2 * bitmap.margin : bitmap.side,
  );
  const left = (frame.width - width) / 2 + (random.uniform() - 0.5);
  const top = (frame.height - height) / 2 + (random.uniform() - 0.5);
  paste(frame, { width, height, data }, Math.round(left), Math.round(top));
  return toPicture(frame);
}

function emptyInk(width: number, height: number): Ink {
  return { width, height, data: new Float32Array(width * height) };
}

function paste(to: Ink, from: Ink, left: number, top: number): void {
  const x = Math.min(to.width - from.width, Math.max(0, left));
  const y = Math.min(to.height - from.height, Math.max(0, top));
  for (let row = 0; row < from.height; row++) {
    const line = from.data.subarray(row * from.width, (row + 1) * from.width);
    to.data.set(line, (y + row) * to.width + x);
  }
}

/** Black on white. */
function toPicture({ width, height, data }: Ink): Picture {
  const rgba = new Uint8Array(4 * data.length).fill(255);
  data.forEach((value, i) =>
    rgba.fill(Math.round(255 * (1 - value)), 4 * i, 4 * i + 3)
  );
  return { width, height, rgba, scale: 1 };
}
