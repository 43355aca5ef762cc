import { figures } from "../figures.ts";
import type { Translated } from "../language.ts";
import { pluralEn, pluralRu } from "../plural.ts";

/** How the weights were made. */
export interface TrainingWords {
  readonly heading: string;
  readonly lead: (seconds: number) => string;
  readonly loss: CurveWords;
  readonly validation: CurveWords;
  readonly epoch: string;
  readonly recipe: string;
  readonly seeds: SeedsWords;
}

/** A curve over the epochs. */
export interface CurveWords {
  readonly title: string;
  /** @param last The value at the end. */
  readonly note: (last: number) => string;
  /** The chart, spoken. */
  readonly alternative: (
    first: number,
    last: number,
    epochs: number,
  ) => string;
  readonly axis: string;
}

/** The table of trainings from other starts. */
export interface SeedsWords {
  readonly heading: string;
  readonly caption: string;
  readonly seed: string;
  readonly accuracy: string;
  readonly misread: string;
  readonly training: string;
}

const en = figures.en;
const ru = figures.ru;
const epochsEn = (count: number) =>
  `${count} ${pluralEn(count, "epoch", "epochs")}`;
const epochsRu = (count: number) =>
  `${count} ${pluralRu(count, { one: "эпоху", few: "эпохи", many: "эпох" })}`;

export const training: Translated<TrainingWords> = {
  en: {
    heading: "Training",
    lead: (seconds) =>
      `Trained from random weights in ${
        en.duration(seconds)
      }, on MNIST and what was made from it.`,
    loss: {
      title: "In training",
      note: () =>
        "Mean cross-entropy on the training images, which are bent and blurred anew in every epoch: it stays above 0 for that, and for the smoothed labels.",
      alternative: (first, last, epochs) =>
        `Training loss falls from ${en.decimal(first)} to ${
          en.decimal(last)
        } over ${epochsEn(epochs)}.`,
      axis: "Loss",
    },
    validation: {
      title: "In validation",
      note: (last) =>
        `Share of the images held out that was misread after each epoch; ${
          en.share(last)
        } at the end.`,
      alternative: (first, last, epochs) =>
        `Validation images misread fall from ${en.share(first)} to ${
          en.share(last)
        } over ${epochsEn(epochs)}.`,
      axis: "Misread",
    },
    epoch: "Epoch",
    recipe: "Recipe",
    seeds: {
      heading: "The same from other starts",
      caption:
        "Random weights to start from decide a little of the result: the recipe is judged by several.",
      seed: "Seed",
      accuracy: "MNIST test",
      misread: "Misread",
      training: "Training",
    },
  },
  ru: {
    heading: "Обучение",
    lead: (seconds) =>
      `От случайных весов до готовых за ${
        ru.duration(seconds)
      }, на MNIST и на том, что из него сделано.`,
    loss: {
      title: "На обучении",
      note: () =>
        "Средняя перекрёстная энтропия на обучающих картинках, которые в каждой эпохе заново изгибаются и размываются: поэтому, да ещё из-за сглаженных меток, она не падает до нуля.",
      alternative: (first, last, epochs) =>
        `Потери на обучении падают с ${ru.decimal(first)} до ${
          ru.decimal(last)
        } за ${epochsRu(epochs)}.`,
      axis: "Потери",
    },
    validation: {
      title: "На проверке",
      note: (last) =>
        `Доля отложенных картинок, прочитанных неверно после каждой эпохи; в конце ${
          ru.share(last)
        }.`,
      alternative: (first, last, epochs) =>
        `Доля ошибок на отложенных картинках падает с ${ru.share(first)} до ${
          ru.share(last)
        } за ${epochsRu(epochs)}.`,
      axis: "Ошибки",
    },
    epoch: "Эпоха",
    recipe: "Рецепт",
    seeds: {
      heading: "То же с других начал",
      caption:
        "Случайные веса в начале немного меняют итог, поэтому рецепт судят по нескольким запускам.",
      seed: "Запуск",
      accuracy: "Тест MNIST",
      misread: "Ошибки",
      training: "Обучение",
    },
  },
};
