import { figures } from "../figures.ts";
import type { Translated } from "../language.ts";

/** Rows of shares misread over one scale. */
export interface StripsWords {
  /** A row, spoken. */
  readonly row: (
    misread: number,
    interval: readonly [low: number, high: number],
  ) => string;
  /** Heads the figures on the right. */
  readonly right: string;
}

export const strips: Translated<StripsWords> = {
  en: {
    row: (misread, interval) =>
      `${figures.en.share(misread)} misread, 95% interval ${
        figures.en.interval(interval)
      }`,
    right: "right",
  },
  ru: {
    row: (misread, interval) =>
      `${figures.ru.share(misread)} прочитано неверно, 95‑процентный интервал ${
        figures.ru.interval(interval)
      }`,
    right: "верно",
  },
};
