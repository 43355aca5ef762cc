import { DIGIT_COUNT } from "../../src/inference/classes.ts";
import { drawDigit } from "../synthetic/digits.ts";
import { inkOf } from "../synthetic/drawing.ts";
import { drawingSide, type Maker } from "./maker.ts";

/** Digits as pens write them all over the world. */
export const strokes: Maker = (random) => {
  const label = Math.floor(DIGIT_COUNT * random.uniform());
  return { label, ink: inkOf(drawDigit(label, random), drawingSide(random)) };
};
