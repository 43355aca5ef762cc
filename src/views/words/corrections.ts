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
  readonly notStored: string;
  /** Heads the page where scripts are off. */
  readonly title: string;
  readonly back: string;
  /** Why it was not stored, by the status of the answer. */
  readonly reasons: Readonly<Partial<Record<number, string>>>;
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
    notStored: "It was not stored.",
    title: "Correction",
    back: "Write another",
    reasons: {
      403: "The answer has to come from this page.",
      429: "That were many at once. Try again in a minute.",
      507: "There is no room for more at present.",
    },
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
    notStored: "Не сохранено.",
    title: "Исправление",
    back: "Написать ещё",
    reasons: {
      403: "Ответ нужно отправить с этой страницы.",
      429: "Слишком много за раз. Попробуйте через минуту.",
      507: "Пока больше нет места.",
    },
  },
};
