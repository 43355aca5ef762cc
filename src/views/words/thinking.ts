import type { Translated } from "./language.ts";
import { pluralRu } from "./plural.ts";

export interface ThinkingWords {
  readonly title: string;
  /** Says in a few words what is to be seen. */
  readonly about: string;
  /** The button, where scripts are off. */
  readonly show: string;
  readonly evidence: {
    /** @param digit null where it was taken for none. */
    readonly title: (digit: number | null) => string;
    readonly text: string;
    readonly alt: (digit: number | null) => string;
    readonly against: string;
    readonly for: string;
  };
  readonly layer: {
    /** @param index Counted from 1. */
    readonly title: (index: number) => string;
    readonly size: (channels: number, silent: number) => string;
    readonly first: string;
    readonly second: string;
    readonly third: (height: number, width: number) => string;
    readonly deeper: (height: number, width: number) => string;
    readonly last: (height: number, width: number) => string;
    /** @param strongest Numbers of channels, counted from 1. */
    readonly alt: (index: number, strongest: readonly number[]) => string;
  };
}

const DETECTORS = {
  one: "детектор",
  few: "детектора",
  many: "детекторов",
};
const ARE_SILENT = { one: "молчит", few: "молчат", many: "молчат" };

export const thinking: Translated<ThinkingWords> = {
  en: {
    title: "Its thinking",
    about: "which ink decided, and what every layer saw",
    show: "Show its thinking",
    evidence: {
      title: (digit) => digit === null ? "Why no digit" : `Why ${digit}`,
      text:
        "Ink was rubbed out spot by spot. Blue ink speaks for the answer, " +
        "orange against it, grey makes no difference.",
      alt: (digit) =>
        digit === null
          ? "The ink, coloured by how much it speaks for being no digit"
          : `The ink, coloured by how much it speaks for a reading as ${digit}`,
      against: "against",
      for: "for",
    },
    layer: {
      title: (index) => `Layer ${index}`,
      size: (channels, silent) =>
        silent === 0
          ? `${channels} detectors`
          : `${channels} detectors, ${silent} silent`,
      first:
        "Ink and its edges. A tile is the digit as one detector sees it: " +
        "the darker, the stronger. The strongest are framed.",
      second: "Pieces of strokes: slants, corners, ends.",
      third: (height, width) =>
        `How the pieces lie to each other, on ${height}\u00a0×\u00a0${width} places.`,
      deeper: (height, width) =>
        `Ever larger parts of the digit, on ${height}\u00a0×\u00a0${width} places.`,
      last: (height, width) =>
        `The digit as a whole, on ${height}\u00a0×\u00a0${width} places. ` +
        "Added up, they are the answer.",
      alt: (index, strongest) =>
        `What the detectors of layer ${index} saw; the strongest: ${
          strongest.join(", ")
        }`,
    },
  },
  ru: {
    title: "Ход мысли",
    about: "какие штрихи решили дело и что увидел каждый слой",
    show: "Показать ход мысли",
    evidence: {
      title: (digit) => digit === null ? "Почему не цифра" : `Почему ${digit}`,
      text: "Чернила стирали пятно за пятном. Синие говорят за ответ, " +
        "оранжевые против, серые ничего не меняют.",
      alt: (digit) =>
        digit === null
          ? "Чернила, раскрашенные по тому, насколько они говорят, что это не цифра"
          : `Чернила, раскрашенные по тому, насколько они говорят за цифру ${digit}`,
      against: "против",
      for: "за",
    },
    layer: {
      title: (index) => `Слой ${index}`,
      size: (channels, silent) => {
        const detectors = `${channels} ${pluralRu(channels, DETECTORS)}`;
        return silent === 0
          ? detectors
          : `${detectors}, ${pluralRu(silent, ARE_SILENT)} ${silent}`;
      },
      first: "Чернила и их края. Клетка показывает, что видит один детектор: " +
        "чем темнее, тем сильнее. Самые сильные в рамке.",
      second: "Части штрихов: наклоны, углы, концы.",
      third: (height, width) =>
        `Как эти части расположены, на сетке ${height}\u00a0×\u00a0${width}.`,
      deeper: (height, width) =>
        `Всё более крупные части цифры, на сетке ${height}\u00a0×\u00a0${width}.`,
      last: (height, width) =>
        `Цифра целиком, на сетке ${height}\u00a0×\u00a0${width}. Отсюда складывается ответ.`,
      alt: (index, strongest) =>
        `Что увидели детекторы слоя ${index}; самые сильные: ${
          strongest.join(", ")
        }`,
    },
  },
};
