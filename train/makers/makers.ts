import { cuts } from "./cuts.ts";
import type { Maker } from "./maker.ts";
import { fonts } from "./fonts.ts";
import { nonDigits } from "./non_digits.ts";
import { numbers } from "./numbers.ts";
import { pairs } from "./pairs.ts";
import { pictured } from "./pictured.ts";
import { restyled } from "./restyled.ts";
import { strokes } from "./strokes.ts";

/** What is made to train on beside MNIST. */
export const MAKERS = {
  restyled,
  strokes,
  fonts,
  pictured,
  nonDigits,
  cuts,
  numbers,
  pairs,
} satisfies Record<string, Maker>;

export type MakerName = keyof typeof MAKERS;
