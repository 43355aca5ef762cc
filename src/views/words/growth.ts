import type { Translated } from "./language.ts";

export interface GrowthWords {
  readonly title: string;
  /** Says in a few words what is to be seen. */
  readonly about: string;
  /** Instead of pictures, where none can be made. */
  readonly needsDrawing: string;
  /** Under the pictures. */
  readonly legend: string;
  /** Names the row of pictures for who does not see it. */
  readonly label: string;
  /** @param step Counted from 1. */
  readonly alt: (step: number, steps: number) => string;
  /** What was read at a moment without writing. */
  readonly nothing: string;
  /** In place of a confidence, where a part is no digit. */
  readonly none: string;
}

export const growth: Translated<GrowthWords> = {
  en: {
    title: "Stroke by stroke",
    about: "how the answer grew while you wrote",
    needsDrawing:
      "Only writing on the sheet can be followed: a picture does not tell its strokes.",
    legend:
      "What was read after each stroke, and how sure it was. Blue: the answer it kept.",
    label: "The writing after each stroke",
    alt: (step, steps) => `The writing at step ${step} of ${steps}`,
    nothing: "nothing read",
    none: "no digit",
  },
  ru: {
    title: "Штрих за штрихом",
    about: "как складывался ответ, пока вы писали",
    needsDrawing:
      "Проследить можно только за письмом на листе: по картинке штрихов не узнать.",
    legend:
      "Что читалось после каждого штриха и с какой уверенностью. Синим выделен ответ, который остался.",
    label: "Написанное после каждого штриха",
    alt: (step, steps) => `Написанное, шаг ${step} из ${steps}`,
    nothing: "ничего не прочитано",
    none: "не цифра",
  },
};
