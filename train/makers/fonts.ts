import { resample } from "../../src/imaging/resample.ts";
import { between, pick } from "../synthetic/chance.ts";
import type { Maker } from "./maker.ts";

/** How much narrower or wider than its font has it a glyph becomes, as a natural logarithm. */
const STRETCH = 0.25;

/** Digits of open fonts, handwritten and printed, stretched a little: there are few of each. */
export const fonts: Maker = (random, { glyphs }) => {
  const { character, ink } = pick(random, glyphs.digits);
  const stretch = Math.exp(between(random, -STRETCH, STRETCH));
  const width = Math.max(1, Math.round(ink.width * stretch));
  const data = resample(ink.data, ink.width, ink.height, width, ink.height);
  return { label: Number(character), ink: { width, height: ink.height, data } };
};
