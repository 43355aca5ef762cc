import * as v from "valibot";
import { NORMALIZED_SIDE } from "../imaging/normalize.ts";
import { kindOf } from "./kind.ts";

/** What the network sees has 28 x 28. */
export const PIXELS = NORMALIZED_SIDE ** 2;

/**
 * The network's own input: 784 numbers in 0..1, row by row, 1 = ink.
 *
 * One check of the whole list, and what is wrong with it is looked for only
 * where something is: an object an item, as `v.array(v.number())` makes them,
 * takes as long as the network does (39 us; this: 8 us).
 */
export const Pixels = v.pipe(
  v.custom<number[]>(arePixels, ({ input }) => explain(input)),
  v.description("28x28 pixels, row by row: 0 is paper, 1 is ink."),
  v.metadata({
    type: "array",
    items: { type: "number", minimum: 0, maximum: 1 },
    minItems: PIXELS,
    maxItems: PIXELS,
  }),
);

/** 0..1, which NaN is not. */
export function isPixel(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1;
}

function arePixels(value: unknown): boolean {
  return Array.isArray(value) && value.length === PIXELS && areAll(value);
}

/** As `every(isPixel)`, for which V8 would put each number into an object of its own. */
function areAll(values: readonly unknown[]): boolean {
  for (let i = 0; i < values.length; i++) {
    if (!isPixel(values[i])) return false;
  }
  return true;
}

function explain(value: unknown): string {
  if (!Array.isArray(value) || value.length !== PIXELS) {
    const found = Array.isArray(value)
      ? `${value.length} values`
      : kindOf(value);
    return `Expected ${PIXELS} numbers in "pixels"; found ${found}.`;
  }
  const index = value.findIndex((pixel) => !isPixel(pixel));
  const pixel: unknown = value[index];
  const found = typeof pixel === "number" ? String(pixel) : kindOf(pixel);
  return `Expected a number in 0..1 at index ${index} of "pixels"; found ${found}.`;
}
