import type { Translated } from "./language.ts";
import { pluralRu } from "./plural.ts";

/** The result, whatever it holds. */
export interface ResultWords {
  /** Names the result for who does not see it. */
  readonly label: string;
  /** Says what the picture of the writing with its boxes shows. */
  readonly map: string;
  readonly blank: Message;
  readonly nothingFound: Message;
  /** @param count Digits that can be opened, of more. */
  readonly opened: (count: number) => string;
}

/** A verdict in words, and one sentence more. */
export interface Message {
  readonly verdict: string;
  readonly note: string;
}

export const result: Translated<ResultWords> = {
  en: {
    label: "What was read",
    map: "The writing, with a box around each digit",
    blank: {
      verdict: "No ink yet",
      note: "Write a number, or choose a picture of one.",
    },
    nothingFound: {
      verdict: "No writing found",
      note: "Nothing in this picture stands out from its paper like ink.",
    },
    opened: (count) => `The first ${count} digits can be opened.`,
  },
  ru: {
    label: "Что прочитано",
    map: "Написанное; каждая цифра в рамке",
    blank: {
      verdict: "Лист пока пуст",
      note: "Напишите число или выберите картинку с числом.",
    },
    nothingFound: {
      verdict: "Ничего не написано",
      note: "На этой картинке ничто не выделяется на бумаге, как чернила.",
    },
    opened: (count) =>
      `Открыть можно ${
        pluralRu(count, { one: "первую", few: "первые", many: "первые" })
      } ${count} ${
        pluralRu(count, { one: "цифру", few: "цифры", many: "цифр" })
      }.`,
  },
};
