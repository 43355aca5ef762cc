import type { SetResult } from "../../../model_report.ts";
import { figures } from "../figures.ts";
import type { Translated } from "../language.ts";
import { pluralRu } from "../plural.ts";

/** How each set of pictures is read. */
export interface SetsWords {
  readonly heading: string;
  /** @param date As YYYY-MM-DD. */
  readonly lead: (date: string) => string;
  /** Of the sets that are known; others keep the name of the report. */
  readonly names: Readonly<Record<string, string>>;
  readonly note: (kind: SetResult["kind"], pictures: number) => string;
}

export const sets: Translated<SetsWords> = {
  en: {
    heading: "Accuracy",
    lead: (date) =>
      `Pictures of many kinds, read as the service reads them, on ${
        figures.en.day(date)
      }. Bars are the share misread, the shorter the better, thin lines the 95% interval. Development sets were steered by; unseen ones were looked at only to report.`,
    names: {
      "MNIST test, through our normalisation":
        "MNIST test, the whole way as pictures",
      "amounts": "Cheque amounts on patterned paper",
      "bitmaps16": "16 × 16 bitmaps",
      "bitmaps32": "32 × 32 bitmaps",
      "blank": "Empty paper",
      "continental": "Slashed and crossed digits in photos",
      "crowd": "Pages of text, faces, noise: refused",
      "form-cells": "Cells of printed forms",
      "lines": "Three lines of numbers",
      "non-digits": "Letters and doodles: refused",
      "numbers": "Numbers of 1 to 8 digits",
      "numbers-photo": "Photos of numbers",
      "paint": "Paint programs",
      "photos": "Photos",
      "printed": "Printed digits",
      "ruled-grid": "Ruled and graph paper",
      "scans": "Scans",
      "shadows": "Hard shadows",
      "signs": "Dates, times and phone numbers",
      "strings-strokes": "Numbers drawn by strokes",
      "strokes": "Pen strokes",
      "thresholded": "Thresholded to black and white",
      "touching": "Numbers whose digits touch",
    },
    note: (kind, pictures) =>
      kindOf(kind, "development", "unseen") +
      `${figures.en.whole(pictures)} pictures`,
  },
  ru: {
    heading: "Точность",
    lead: (date) =>
      `Картинки разных видов: ${
        figures.ru.day(date)
      } прочитаны так же, как читает сервис. Полосы: доля прочитанных неверно, чем короче, тем лучше; тонкие линии: 95‑процентный интервал. По рабочим наборам шла настройка, в контрольные заглядывали только ради отчёта.`,
    names: {
      "MNIST test, through our normalisation":
        "Тест MNIST, весь путь от картинки",
      "amounts": "Суммы на узорной бумаге чеков",
      "bitmaps16": "Растры 16 × 16",
      "bitmaps32": "Растры 32 × 32",
      "blank": "Пустая бумага",
      "continental": "Цифры с чёрточками на фотографиях",
      "crowd": "Страницы текста, лица, шум: отвергнуты",
      "form-cells": "Клетки печатных бланков",
      "lines": "Три строки чисел",
      "non-digits": "Буквы и каракули: отвергнуты",
      "numbers": "Числа от 1 до 8 цифр",
      "numbers-photo": "Фотографии чисел",
      "paint": "Графические редакторы",
      "photos": "Фотографии",
      "printed": "Печатные цифры",
      "ruled-grid": "Линейка и клетка",
      "scans": "Сканы",
      "shadows": "Резкие тени",
      "signs": "Даты, время и телефоны",
      "strings-strokes": "Числа, нарисованные штрихами",
      "strokes": "Штрихи пера",
      "thresholded": "Сведённые к чёрному и белому",
      "touching": "Числа со слипшимися цифрами",
    },
    note: (kind, pictures) =>
      kindOf(kind, "рабочий", "контрольный") +
      `${figures.ru.whole(pictures)} ${
        pluralRu(pictures, {
          one: "картинка",
          few: "картинки",
          many: "картинок",
        })
      }`,
  },
};

function kindOf(
  kind: SetResult["kind"],
  development: string,
  unseen: string,
): string {
  if (kind === "mnist") return "";
  return `${kind === "development" ? development : unseen}, `;
}
