import type { Ink } from "../../src/imaging/ink.ts";
import type { Picture } from "../../src/imaging/picture.ts";

/** Ink that is put together before it becomes a picture. */

export function emptySheet(width: number, height: number): Ink {
  return { width, height, data: new Float32Array(width * height) };
}

/** Puts ink on a sheet; what lies beside that is cut off. */
export function paste(to: Ink, from: Ink, left: number, top: number): void {
  from.data.forEach((value, i) => {
    const x = left + i % from.width;
    const y = top + Math.floor(i / from.width);
    const at = y * to.width + x;
    if (x < to.width) to.data[at] = Math.max(to.data[at]!, value);
  });
}

/** Gray ink on gray paper. */
export function pictureOf(
  { width, height, data }: Ink,
  ink = 0,
  paper = 255,
): Picture {
  const rgba = new Uint8Array(4 * data.length).fill(255);
  data.forEach((value, i) =>
    rgba.fill(paper - (paper - ink) * value, 4 * i, 4 * i + 3)
  );
  return { width, height, rgba, scale: 1 };
}
