import type { Ink } from "./ink.ts";

/** A row or column is written on from this part of the fullest ink on: paler is an edge. */
const WRITTEN = 0.25;

/** Clear paper that is left between signs, in heights of the highest line: hands write so apart. */
const WIDEST_GAP = 0.5;

/**
 * Moves signs and lines that stand far apart together, so that they stay large when
 * all is shrunk to one glyph: how far apart they are says nothing of what they are.
 *
 * @returns The same ink where nothing is far apart.
 */
export function closeGaps(ink: Ink): Ink {
  const { width, height, data } = ink;
  const peak = data.reduce((most, value) => Math.max(most, value), 0);
  const rows = new Array<boolean>(height).fill(false);
  const columns = new Array<boolean>(width).fill(false);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (data[i]! < WRITTEN * peak) continue;
      rows[y] = true;
      columns[x] = true;
    }
  }
  const widest = Math.round(WIDEST_GAP * longestRun(rows));
  const [xs, ys] = [closed(columns, widest), closed(rows, widest)];
  if (xs.length === width && ys.length === height) return ink;
  return {
    width: xs.length,
    height: ys.length,
    data: Float32Array.from(
      { length: xs.length * ys.length },
      (_, i) =>
        data[ys[Math.floor(i / xs.length)]! * width + xs[i % xs.length]!]!,
    ),
  };
}

function longestRun(isWritten: readonly boolean[]): number {
  let [longest, run] = [0, 0];
  for (const written of isWritten) {
    run = written ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** The places that are left when no gap is wider than `widest`. */
function closed(isWritten: readonly boolean[], widest: number): number[] {
  let gap = 0;
  return isWritten.keys().filter((place) => {
    gap = isWritten[place] ? 0 : gap + 1;
    return gap <= widest;
  }).toArray();
}
