import { figures } from "../figures.ts";
import type { Translated } from "../language.ts";

/** The gallery of test images that are misread. */
export interface MisreadWords {
  readonly heading: string;
  readonly lead: string;
  readonly image: (index: number) => string;
  readonly refused: string;
  /** Before the digit that was read. */
  readonly said: string;
  /** After what was read. */
  readonly is: (truth: number) => string;
  readonly sure: (confidence: number) => string;
}

export const misread: Translated<MisreadWords> = {
  en: {
    heading: "What it misreads",
    lead:
      "The test images of MNIST that were not read as what they are labelled. Some leave doubt, and some nobody would miss.",
    image: (index) => `Test image ${index}`,
    refused: "refused",
    said: "said ",
    is: (truth) => `, is ${truth}`,
    sure: (confidence) => `${figures.en.shortPercent(confidence)} sure`,
  },
  ru: {
    heading: "Что она читает неверно",
    lead:
      "Тестовые картинки MNIST, прочитанные не так, как они подписаны. Некоторые вызывают сомнение, а в некоторых не ошибся бы никто.",
    image: (index) => `Тестовая картинка ${index}`,
    refused: "отвергнута",
    said: "ответ ",
    is: (truth) => `, а это ${truth}`,
    sure: (confidence) => `уверенность ${figures.ru.shortPercent(confidence)}`,
  },
};
