import type { Translated } from "./language.ts";

/** The sheet to write on. */
export interface SheetWords {
  /** Names the sheet for who does not see it. */
  readonly label: string;
  readonly hint: string;
  readonly undo: string;
  readonly clear: string;
}

export const sheet: Translated<SheetWords> = {
  en: {
    label: "Sheet of paper. Write digits here with mouse, finger or pen.",
    hint: "Write here",
    undo: "Undo",
    clear: "Clear",
  },
  ru: {
    label: "Лист бумаги. Пишите на нём цифры мышью, пальцем или пером.",
    hint: "Пишите здесь",
    undo: "Отменить",
    clear: "Очистить",
  },
};
