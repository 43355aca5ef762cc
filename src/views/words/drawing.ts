import type { Translated } from "./language.ts";

/** The sheet and its tools. */
export interface DrawingWords {
  /** Names the sheet for who does not see it. */
  readonly sheet: string;
  /** How to write on it by keyboard, in a sentence or two. */
  readonly byKeyboard: string;
  /** On the empty sheet. */
  readonly hint: string;
  /** Told by voice: the keyboard has put the pen down, or lifted it. */
  readonly penDown: string;
  readonly penUp: string;
  /** Told by voice where the cursor is: `{row}` and `{column}`, from 0. */
  readonly place: string;
  /** Names the choice of pens. */
  readonly pens: string;
  readonly thin: string;
  readonly medium: string;
  readonly thick: string;
  readonly eraser: string;
  readonly undo: string;
  readonly redo: string;
  readonly clear: string;
  readonly shortcuts: ShortcutWords;
}

/** The list of keys: what each does. */
export interface ShortcutWords {
  readonly title: string;
  readonly close: string;
  readonly move: string;
  readonly leap: string;
  readonly pen: string;
  readonly undo: string;
  readonly redo: string;
  readonly clear: string;
  readonly brushes: string;
  readonly eraser: string;
  readonly paste: string;
  /** Names of keys that have no sign. */
  readonly arrows: string;
  readonly space: string;
}

export const drawing: Translated<DrawingWords> = {
  en: {
    sheet: "Sheet of paper: write digits here",
    byKeyboard:
      "Write with mouse, finger or pen. Or by keyboard: arrow keys move the pen, Space puts it down or lifts it.",
    hint: "Write here",
    penDown: "Pen down",
    penUp: "Pen up",
    place: "Row {row}, column {column}",
    pens: "Pen",
    thin: "Thin pen",
    medium: "Medium pen",
    thick: "Thick pen",
    eraser: "Eraser: takes away whole strokes",
    undo: "Undo",
    redo: "Redo",
    clear: "Clear",
    shortcuts: {
      title: "Keys",
      close: "Close",
      move: "move the pen on the sheet",
      leap: "move it four steps",
      pen: "put the pen down, or lift it",
      undo: "undo",
      redo: "redo",
      clear: "clear the sheet",
      brushes: "thin, medium, thick pen",
      eraser: "eraser",
      paste: "read a picture from the clipboard",
      arrows: "Arrows",
      space: "Space",
    },
  },
  ru: {
    sheet: "Лист бумаги: пишите цифры здесь",
    byKeyboard:
      "Пишите мышью, пальцем или пером. Или с клавиатуры: стрелки двигают перо, пробел опускает и поднимает его.",
    hint: "Пишите здесь",
    penDown: "Перо опущено",
    penUp: "Перо поднято",
    place: "Строка {row}, столбец {column}",
    pens: "Перо",
    thin: "Тонкое перо",
    medium: "Среднее перо",
    thick: "Толстое перо",
    eraser: "Ластик: стирает штрихи целиком",
    undo: "Отменить",
    redo: "Вернуть",
    clear: "Очистить",
    shortcuts: {
      title: "Клавиши",
      close: "Закрыть",
      move: "двигать перо по листу",
      leap: "сдвинуть его на четыре шага",
      pen: "опустить или поднять перо",
      undo: "отменить",
      redo: "вернуть",
      clear: "очистить лист",
      brushes: "тонкое, среднее, толстое перо",
      eraser: "ластик",
      paste: "прочитать картинку из буфера обмена",
      arrows: "Стрелки",
      space: "Пробел",
    },
  },
};
