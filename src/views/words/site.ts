import type { Theme } from "../site/theme.ts";
import type { Translated } from "./language.ts";

/** What stands on every page. */
export interface SiteWords {
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  /** Leads to the sheet. */
  readonly write: string;
  /** Leads to the model card. */
  readonly model: string;
  /** Leads to the API. */
  readonly docs: string;
}

export const site: Translated<SiteWords> = {
  en: {
    language: "Language",
    theme: "Theme",
    themes: {
      system: "As the system",
      light: "Light",
      dark: "Dark",
    },
    write: "Write a digit",
    model: "How well it reads: the model card",
    docs: "For programs: the API",
  },
  ru: {
    language: "Язык",
    theme: "Оформление",
    themes: {
      system: "Как в системе",
      light: "Светлое",
      dark: "Тёмное",
    },
    write: "Написать цифру",
    model: "Хорошо ли он читает: карточка модели",
    docs: "Для программистов: как спрашивать из кода",
  },
};
