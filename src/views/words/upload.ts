import type { Translated } from "./language.ts";
import type { Message } from "./result.ts";

/** Pictures to be read: one's own, and samples. */
export interface UploadWords {
  readonly choose: string;
  readonly photograph: string;
  /** Further ways to bring a picture. */
  readonly note: string;
  /** Instead of it when more than one came: `{name}` is of the one that is read. */
  readonly several: string;
  /** Over the page while files are held above it. */
  readonly drop: string;
  /** Where scripts are off. */
  readonly read: string;
  readonly formats: string;
  readonly withoutScripts: string;
  /** Neither the browser nor the server knows the format. */
  readonly unreadable: Message;
  readonly samples: string;
  /** What each sample shows, by its name. */
  readonly sample: {
    readonly digit: string;
    readonly shadow: string;
    readonly amount: string;
    readonly column: string;
    readonly pencil: string;
    readonly doodles: string;
  };
}

export const upload: Translated<UploadWords> = {
  en: {
    choose: "Choose a picture",
    photograph: "Take a photo",
    note: "or drop or paste one anywhere",
    several: "Several files came: only {name} is read.",
    drop: "Drop the picture, and it is read",
    read: "Read it",
    formats: "PNG, JPEG, GIF or WebP, up to 10 MiB",
    withoutScripts: "Writing on a sheet needs scripts, which are off.",
    unreadable: {
      verdict: "It could not be read",
      note: "Your browser cannot open it as a picture. Save it as PNG or JPEG.",
    },
    samples: "Or try one of these",
    sample: {
      digit: "One digit, drawn with a pen",
      shadow: "A digit under a hard shadow",
      amount: "An amount of money",
      column: "A column of numbers",
      pencil: "A number in thin pencil",
      doodles: "Doodles without a digit",
    },
  },
  ru: {
    choose: "Выбрать картинку",
    photograph: "Сделать фото",
    note: "можно и перетащить, и вставить",
    several: "Файлов несколько: прочитан только {name}.",
    drop: "Отпустите картинку, и она будет прочитана",
    read: "Прочитать",
    formats: "PNG, JPEG, GIF или WebP, до 10 МиБ",
    withoutScripts: "Чтобы писать на листе, нужны скрипты, а они выключены.",
    unreadable: {
      verdict: "Не удалось прочитать",
      note: "Браузер не может её открыть. Сохраните картинку как PNG или JPEG.",
    },
    samples: "Или попробуйте одну из этих",
    sample: {
      digit: "Одна цифра пером",
      shadow: "Цифра под резкой тенью",
      amount: "Сумма денег",
      column: "Столбец чисел",
      pencil: "Число тонким карандашом",
      doodles: "Каракули без цифр",
    },
  },
};
