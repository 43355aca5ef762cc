import type { Translated } from "./language.ts";

/** A stage: its name, and one line of plain words. */
export interface StageText {
  readonly title: string;
  readonly note: string;
}

/** What the stages between the picture and the network saw. */
export interface StagesWords {
  /** Names the stages of the whole picture. */
  readonly ofPicture: string;
  readonly sent: StageText;
  readonly paper: StageText;
  readonly ruled: StageText;
  readonly ink: StageText;
  readonly pieces: StageText;
  /** Names the stages of one digit. */
  readonly ofDigit: string;
  readonly cropped: StageText;
  readonly thickened: StageText;
  /** In place of the note, where there was nothing to do. */
  readonly notThickened: string;
  readonly seen: StageText;
}

export const stages: Translated<StagesWords> = {
  en: {
    ofPicture: "How the picture was read",
    sent: {
      title: "As sent",
      note: "The picture as it arrived, turned upright.",
    },
    paper: {
      title: "Light",
      note: "The sheet without its writing: what differs from it is ink.",
    },
    ruled: {
      title: "Ink and lines",
      note: "With printed lines and frames, which go next.",
    },
    ink: {
      title: "Ink",
      note: "Only the writing, freed of paper and shadow.",
    },
    pieces: {
      title: "Pieces",
      note:
        "Colours part the digits, grey is left out. Red lines are cuts, pale ones were tried.",
    },
    ofDigit: "How the digit was read",
    cropped: { title: "Cropped", note: "The digit, cut out by itself." },
    thickened: {
      title: "Thickened",
      note: "Hairlines get the width of a pen.",
    },
    notThickened: "No need: as wide as a pen.",
    seen: {
      title: "What the network sees",
      note: "Shrunk to 28 × 28 and centred by weight.",
    },
  },
  ru: {
    ofPicture: "Как прочитана картинка",
    sent: {
      title: "Что пришло",
      note: "Картинка как есть, только повёрнутая прямо.",
    },
    paper: {
      title: "Свет",
      note: "Лист без надписи: всё, что от него отличается, чернила.",
    },
    ruled: {
      title: "Чернила и линии",
      note: "Ещё с печатными линиями и рамками: их уберут следом.",
    },
    ink: {
      title: "Чернила",
      note: "Только написанное, без бумаги и теней.",
    },
    pieces: {
      title: "Части",
      note:
        "Цвет отделяет цифры друг от друга, серое пропущено. Красные линии — разрезы, бледные — пробные.",
    },
    ofDigit: "Как прочитана цифра",
    cropped: { title: "Вырезано", note: "Цифра сама по себе." },
    thickened: {
      title: "Утолщено",
      note: "Тонкие линии становятся толщиной с перо.",
    },
    notThickened: "Не нужно: линии уже толщиной с перо.",
    seen: {
      title: "Что видит сеть",
      note: "Сжато до 28 × 28, центр тяжести посередине.",
    },
  },
};
