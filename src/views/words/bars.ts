import type { Translated } from "./language.ts";

export interface BarsWords {
  /** Names the list for who does not see it. */
  readonly label: string;
}

export const bars: Translated<BarsWords> = {
  en: { label: "Probability of each digit" },
  ru: { label: "Вероятность каждой цифры" },
};
