import { figures } from "../figures.ts";
import type { Translated } from "../language.ts";

/** The settings of a training, which the report names as the code does. */
export interface RecipeWords {
  /** Of the settings that are known; others are named by their key. */
  readonly names: Readonly<Record<string, string>>;
  readonly number: (value: number) => string;
  readonly yes: string;
  readonly no: string;
}

export const recipe: Translated<RecipeWords> = {
  en: { names: {}, number: figures.en.plain, yes: "yes", no: "no" },
  ru: {
    names: {
      seed: "Запуск",
      workers: "Потоки",
      epochs: "Эпохи",
      batch: "Пакет",
      validation: "Отложено",
      made: "Сделано",
      restyled: "перерисованных",
      strokes: "штрихами",
      fonts: "шрифтами",
      pictured: "на снимках",
      nonDigits: "нецифр",
      cuts: "разрезов",
      numbers: "чисел",
      pairs: "пар",
      teachers: "Учителя",
      teaching: "Доля учителей",
      learningRate: "Скорость обучения",
      warmup: "Разогрев",
      weightDecay: "Затухание весов",
      labelSmoothing: "Сглаживание меток",
      dropout: "Прореживание",
      averaging: "Усреднение",
      augmentation: "Искажения",
      finalAugmentation: "Искажения в конце",
    },
    number: figures.ru.plain,
    yes: "да",
    no: "нет",
  },
};
