import { figures } from "./figures.ts";
import type { Translated } from "./language.ts";

/** One digit: its box on the map, and the line above its bars. */
export interface DigitWords {
  /** Above the bars, where the large answer says the rest. */
  readonly odds: string;
  /** Above the bars of what is no digit, after a question mark. */
  readonly noDigitOdds: string;
  /** Between a digit and the next likely one. */
  readonly or: string;
  /**
   * The box of a digit, spoken.
   *
   * @param place Counted from 1.
   */
  readonly box: (
    place: number,
    digit: number,
    confidence: number,
    alternatives: readonly number[],
  ) => string;
  readonly noDigitBox: (place: number) => string;
}

export const digit: Translated<DigitWords> = {
  en: {
    odds: "How probable each digit is",
    noDigitOdds: "no digit; if it were one:",
    or: ", or ",
    box: (place, digit, confidence, alternatives) => {
      const sure = `${digit}, ${figures.en.percent(confidence)} sure`;
      return `${place}: ${[sure, ...alternatives].join(", or ")}`;
    },
    noDigitBox: (place) => `${place}: no digit`,
  },
  ru: {
    odds: "Вероятность каждой цифры",
    noDigitOdds: "не цифра; ближе всего:",
    or: ", или ",
    box: (place, digit, confidence, alternatives) => {
      const sure = `${digit}, уверенность ${figures.ru.percent(confidence)}`;
      return `${place}: ${[sure, ...alternatives].join(", или ")}`;
    },
    noDigitBox: (place) => `${place}: не цифра`,
  },
};
