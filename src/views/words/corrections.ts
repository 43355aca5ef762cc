import type { Translated } from "./language.ts";

export interface CorrectionsWords {
  /** Opens the form. */
  readonly question: string;
  /** Before the buttons with the ten digits. */
  readonly itIs: string;
  readonly noDigit: string;
  /** What a press of a button stores, and what for. */
  readonly consent: string;
  readonly stored: string;
  readonly known: string;
  readonly undo: string;
  readonly undone: string;
  /** Heads the page where scripts are off. */
  readonly title: string;
  readonly back: string;
}

export const corrections: Translated<CorrectionsWords> = {
  en: {
    question: "Wrong?",
    itIs: "It is",
    noDigit: "no digit",
    consent: "Your answer is stored with this 28 × 28 picture, what was read " +
      "and the date, to train better weights. Nothing else is kept, not even " +
      "your address, and the operator can delete it.",
    stored: "Thank you, it is stored.",
    known: "Thank you. This answer for this picture is known already.",
    undo: "Undo",
    undone: "It is deleted again.",
    title: "Correction",
    back: "Write another",
  },
  ru: {
    question: "Неверно?",
    itIs: "Это",
    noDigit: "не цифра",
    consent: "Ваш ответ сохранится вместе с этой картинкой 28 × 28, " +
      "прочитанной цифрой и датой, чтобы обучить сеть лучше. Больше ничего " +
      "не хранится, даже ваш адрес, а владелец сервиса может всё удалить.",
    stored: "Спасибо, сохранено.",
    known: "Спасибо. Такой ответ для этой картинки уже есть.",
    undo: "Отменить",
    undone: "Запись удалена.",
    title: "Исправление",
    back: "Написать ещё",
  },
};
