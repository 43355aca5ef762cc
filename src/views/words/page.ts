import type { Translated } from "./language.ts";

/** The page with the sheet. */
export interface PageWords {
  readonly title: string;
  readonly description: string;
  readonly tagline: string;
}

export const page: Translated<PageWords> = {
  en: {
    title: "Inkling reads digits",
    description: "Write a number or choose a picture, and Inkling reads it.",
    tagline: "It reads the digits you write.",
  },
  ru: {
    title: "Inkling читает цифры",
    description: "Напишите число или выберите картинку, и Inkling прочитает.",
    tagline: "Читает ваши цифры.",
  },
};
