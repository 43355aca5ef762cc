import { figures } from "./figures.ts";
import type { Translated } from "./language.ts";
import { pluralEn, pluralRu } from "./plural.ts";
import type { Message } from "./result.ts";

/** How a reading went. Confidences are in 0..1. */
export interface VerdictWords {
  readonly crowded: Message;
  /** Ink so wide that it may be a number. */
  readonly noDigits: Message;
  readonly noDigit: Message;
  readonly isDigit: (digit: number) => string;
  readonly sure: (confidence: number) => string;
  readonly probably: (digit: number) => string;
  readonly onlySure: (confidence: number) => string;
  /** @param digits At least one. */
  readonly others: (digits: readonly number[]) => string;
  readonly digits: (count: number) => string;
  readonly clear: string;
  /** Of the two counts at least one is above 0. */
  readonly doubts: (unsure: number, rejected: number) => string;
  readonly leftOut: (count: number) => string;
}

export const verdict: Translated<VerdictWords> = {
  en: {
    crowded: {
      verdict: "Too much to read",
      note:
        "There is more in this picture than a few numbers. Crop it to the number.",
    },
    noDigits: {
      verdict: "No digits found",
      note:
        "If this is a number, crop the picture to it, or write its digits further apart.",
    },
    noDigit: {
      verdict: "No digit here",
      note: "This looks like none of the ten.",
    },
    isDigit: (digit) => `It is ${withArticle(digit)}`,
    sure: (confidence) => capitalize(`${figures.en.percent(confidence)} sure.`),
    probably: (digit) => `Probably ${withArticle(digit)}`,
    onlySure: (confidence) => `Only ${figures.en.percent(confidence)} sure.`,
    others: (digits) =>
      `It could be ${digits.map(withArticle).join(" or ")} as well.`,
    digits: (count) => `${count} ${pluralEn(count, "digit", "digits")}`,
    clear: "All clear.",
    doubts: (unsure, rejected) =>
      list([
        unsure > 0 && `${unsure} unsure`,
        rejected > 0 &&
        `${rejected} ${
          pluralEn(rejected, "mark is no digit", "marks are no digits")
        }`,
      ]),
    leftOut: (count) =>
      `${count} ${pluralEn(count, "mark", "marks")} left out.`,
  },
  ru: {
    crowded: {
      verdict: "Слишком много всего",
      note:
        "На картинке больше, чем несколько чисел. Обрежьте её до нужного числа.",
    },
    noDigits: {
      verdict: "Цифр не нашлось",
      note: "Если это число, обрежьте картинку или пишите свободнее.",
    },
    noDigit: {
      verdict: "Это не цифра",
      note: "Не похоже ни на одну из десяти.",
    },
    isDigit: (digit) => `Это ${digit}`,
    sure: (confidence) => `Уверенность ${figures.ru.percent(confidence)}.`,
    probably: (digit) => `Вероятно, ${digit}`,
    onlySure: (confidence) =>
      `Уверенность всего ${figures.ru.percent(confidence)}.`,
    others: (digits) => `Но это может быть и ${digits.join(" или ")}.`,
    digits: (count) =>
      `${count} ${
        pluralRu(count, { one: "цифра", few: "цифры", many: "цифр" })
      }`,
    clear: "Сомнений нет.",
    doubts: (unsure, rejected) =>
      list([
        unsure > 0 && `${unsure} под вопросом`,
        rejected > 0 &&
        `${rejected} ${
          pluralRu(rejected, {
            one: "знак не цифра",
            few: "знака не цифры",
            many: "знаков не цифры",
          })
        }`,
      ]),
    leftOut: (count) =>
      pluralRu(count, {
        one: `Пропущен ${count} знак.`,
        few: `Пропущено ${count} знака.`,
        many: `Пропущено ${count} знаков.`,
      }),
  },
};

function list(parts: readonly (string | false)[]): string {
  return `${parts.filter((part) => part !== false).join(", ")}.`;
}

/** An eight, but a one: 8 is the one digit that begins with a vowel's sound. */
function withArticle(digit: number): string {
  return digit === 8 ? "an 8" : `a ${digit}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
