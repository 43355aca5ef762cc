import { figures } from "./figures.ts";
import type { Translated } from "./language.ts";

export interface BarsWords {
  /** Names the list for who does not see it. */
  readonly label: string;
  /** Spoken after the digit. */
  readonly probability: (probability: number) => string;
}

export const bars: Translated<BarsWords> = {
  en: {
    label: "Probability of each digit",
    probability: (probability) => `: ${figures.en.percent(probability)}`,
  },
  ru: {
    label: "Вероятность каждой цифры",
    probability: (probability) => `: ${figures.ru.percent(probability)}`,
  },
};
