import type { Ink } from "../../../src/imaging/ink.ts";
import type { ComposedNumber, PlacedSign } from "./compose.ts";

/** Lines of numbers below each other. */
export interface ComposedColumn {
  /** Cut tight. */
  readonly ink: Ink;
  /** From the top. */
  readonly lines: readonly (readonly PlacedSign[])[];
}

export interface ColumnLayout {
  readonly align: "left" | "right";
  /** Pixels a line begins or ends away from the edge, one a line. */
  readonly indents: readonly number[];
  /** Clear paper between lines, pixels, one a line; the first is ignored. */
  readonly gaps: readonly number[];
}

/** Writes numbers below each other; lines may lie in each other's slopes, not ink. */
export function composeColumn(
  numbers: readonly ComposedNumber[],
  { align, indents, gaps }: ColumnLayout,
): ComposedColumn {
  const widths = numbers.map(({ ink }, i) => ink.width + indents[i]!);
  const width = Math.max(...widths);
  const tops: number[] = [];
  const bottoms = new Int32Array(width).fill(-1);
  const lefts = numbers.map(({ ink }, i) =>
    align === "left" ? indents[i]! : width - indents[i]! - ink.width
  );
  numbers.forEach(({ ink }, i) => {
    const clear = clearTop(bottoms, ink, lefts[i]!, gaps[i]!);
    const top = i === 0 ? 0 : Math.max(clear, tops[i - 1]! + 1);
    tops.push(top);
    lower(bottoms, ink, lefts[i]!, top);
  });
  const height = Math.max(
    ...numbers.map(({ ink }, i) => tops[i]! + ink.height),
  );
  const data = new Float32Array(width * height);
  numbers.forEach(({ ink }, i) => {
    for (let row = 0; row < ink.height; row++) {
      const to = (tops[i]! + row) * width + lefts[i]!;
      for (let column = 0; column < ink.width; column++) {
        const value = ink.data[row * ink.width + column]!;
        data[to + column] = Math.max(data[to + column]!, value);
      }
    }
  });
  const lines = numbers.map(({ signs }, i) =>
    signs.map((sign) => ({
      ...sign,
      box: { ...sign.box, x: sign.box.x + lefts[i]!, y: sign.box.y + tops[i]! },
    }))
  );
  return { ink: { width, height, data }, lines };
}

/** Fainter ink leaves the paper clear. */
const FAINT = 1 / 32;

/** The top row at which ink is `gap` rows below all that is above it. */
function clearTop(
  bottoms: Int32Array,
  { width, height, data }: Ink,
  left: number,
  gap: number,
): number {
  let top = 0;
  for (let column = 0; column < width; column++) {
    let start = 0;
    while (start < height && data[start * width + column]! < FAINT) start++;
    if (start === height) continue;
    for (let near = column - gap; near <= column + gap; near++) {
      const bottom = bottoms[left + near] ?? -1;
      if (bottom >= 0) top = Math.max(top, bottom + 1 + gap - start);
    }
  }
  return top;
}

function lower(
  bottoms: Int32Array,
  { width, height, data }: Ink,
  left: number,
  top: number,
): void {
  for (let column = 0; column < width; column++) {
    for (let row = height - 1; row >= 0; row--) {
      if (data[row * width + column]! < FAINT) continue;
      bottoms[left + column] = Math.max(bottoms[left + column]!, top + row);
      break;
    }
  }
}
