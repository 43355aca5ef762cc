import { figures } from "../figures.ts";
import type { Translated } from "../language.ts";
import { pluralEn, pluralRu } from "../plural.ts";

/** Which digits are taken for which. */
export interface MistakesWords {
  readonly heading: string;
  readonly lead: (images: number) => string;
  readonly pairs: string;
  readonly noPairs: string;
  /** Between the digit written and the one it was read as. */
  readonly readAs: string;
  readonly times: (count: number) => string;
  /** Says what precision and recall are. */
  readonly table: string;
  readonly digit: string;
  readonly images: string;
  readonly precision: string;
  readonly recall: string;
  /** The matrix, spoken, and the names of its sides. */
  readonly matrix: string;
  readonly columns: string;
  readonly rows: string;
  readonly cell: (truth: number, read: number, count: number) => string;
}

export const mistakes: Translated<MistakesWords> = {
  en: {
    heading: "Mistakes",
    lead: (images) =>
      `What the ${
        figures.en.whole(images)
      } test images of MNIST were read as. Blue is right; the stronger the red, the more often one digit was taken for another.`,
    pairs: "Most confused",
    noPairs: "No image was misread.",
    readAs: "read as",
    times: (count) => pluralEn(count, "once", `${count} times`),
    table:
      "Of what was read as a digit, the share that is one (precision); of the images of a digit, the share that was read as it (recall).",
    digit: "Digit",
    images: "Images",
    precision: "Precision",
    recall: "Recall",
    matrix:
      "Confusion matrix: rows are the digits written, columns what was read. The table and the list beside it have the figures.",
    columns: "Read as",
    rows: "Written",
    cell: (truth, read, count) =>
      truth === read
        ? `${truth} read right: ${figures.en.whole(count)}`
        : `${truth} read as ${read}: ${figures.en.whole(count)}`,
  },
  ru: {
    heading: "Ошибки",
    lead: (images) =>
      `Как прочитаны ${
        figures.ru.whole(images)
      } тестовых картинок MNIST. Синее верно; чем гуще красное, тем чаще одну цифру принимали за другую.`,
    pairs: "Чаще всего принимает",
    noPairs: "Ни одной ошибки.",
    readAs: "за",
    times: (count) =>
      `${count} ${pluralRu(count, { one: "раз", few: "раза", many: "раз" })}`,
    table:
      "Из прочитанного как цифра: доля тех, где она и есть (точность); из картинок с цифрой: доля прочитанных как она (полнота).",
    digit: "Цифра",
    images: "Картинки",
    precision: "Точность",
    recall: "Полнота",
    matrix:
      "Матрица ошибок: в строках написанные цифры, в столбцах прочитанные. Числа есть в таблице и списке рядом.",
    columns: "Прочитано",
    rows: "Написано",
    cell: (truth, read, count) =>
      truth === read
        ? `${truth} прочитана верно: ${figures.ru.whole(count)}`
        : `${truth} прочитана как ${read}: ${figures.ru.whole(count)}`,
  },
};
