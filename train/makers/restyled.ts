import { restyle, RESTYLED } from "../styles.ts";
import type { Maker } from "./maker.ts";
import { pickOriginal } from "./original.ts";

/** MNIST's own digits in styles that it lacks. */
export const restyled: Maker = (random, originals) => {
  const { label, ink } = pickOriginal(
    random,
    originals,
    (digit) => RESTYLED.includes(digit),
  );
  const other = restyle(ink.data, label, random);
  return other && { label, ink: other };
};
