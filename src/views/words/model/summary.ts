import { figures } from "../figures.ts";
import type { Translated } from "../language.ts";
import { pluralRu } from "../plural.ts";

/** A figure at a glance: what it is, and one line more. */
export interface FactWords {
  readonly term: string;
  readonly note: string;
}

/** What the model is, and its figures at a glance. */
export interface SummaryWords {
  readonly heading: string;
  readonly lead: string;
  /** Before the version and after it, where a comma and the day follow. */
  readonly version: string;
  readonly of: string;
  /** Where other weights answer than the page tells of. */
  readonly otherWeights: string;
  readonly accuracy: (interval: readonly [number, number]) => FactWords;
  readonly misread: (images: number) => FactWords;
  /** @param accuracies Of the seeds, at least one, in 0..1. */
  readonly seeds: (accuracies: readonly number[]) => FactWords;
  readonly parameters: FactWords;
  readonly work: FactWords;
}

export const summary: Translated<SummaryWords> = {
  en: {
    heading: "The network that reads your digits",
    lead:
      "A small convolutional network, trained from scratch and run by an engine written for it. This page says what it is, how well it reads, and where it fails.",
    version: "Version",
    of: ", of ",
    otherWeights:
      ". The weights that answer here are other ones: what follows is not about them.",
    accuracy: (interval) => ({
      term: "MNIST test",
      note: `read right, 95% interval ${figures.en.interval(interval)}`,
    }),
    misread: (images) => ({
      term: "Misread",
      note: `of ${figures.en.whole(images)} images`,
    }),
    seeds: (accuracies) => ({
      term: `Mean of ${accuracies.length} seeds`,
      note: `from ${figures.en.share(Math.min(...accuracies))} to ${
        figures.en.share(Math.max(...accuracies))
      }`,
    }),
    parameters: { term: "Parameters", note: "numbers learned" },
    work: { term: "Work", note: "multiply-adds a digit" },
  },
  ru: {
    heading: "Сеть, которая читает ваши цифры",
    lead:
      "Небольшая свёрточная сеть, обученная с нуля; считает её движок, написанный для неё. Здесь сказано, как она устроена, хорошо ли читает и где ошибается.",
    version: "Версия",
    of: " от ",
    otherWeights:
      ". Здесь отвечают другие веса: всё, что ниже, сказано не о них.",
    accuracy: (interval) => ({
      term: "Тест MNIST",
      note: `прочитано верно, 95‑процентный интервал ${
        figures.ru.interval(interval)
      }`,
    }),
    misread: (images) => ({
      term: "Ошибок",
      note: `на ${figures.ru.whole(images)} ${
        pluralRu(images, {
          one: "картинку",
          few: "картинки",
          many: "картинок",
        })
      }`,
    }),
    seeds: (accuracies) => ({
      term: `Среднее по ${accuracies.length} ${
        pluralRu(accuracies.length, {
          one: "запуску",
          few: "запускам",
          many: "запускам",
        })
      }`,
      note: `от ${figures.ru.share(Math.min(...accuracies))} до ${
        figures.ru.share(Math.max(...accuracies))
      }`,
    }),
    parameters: { term: "Параметры", note: "выученные числа" },
    work: { term: "Работа", note: "умножений со сложением на цифру" },
  },
};
