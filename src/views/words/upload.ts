import type { Translated } from "./language.ts";

/** The form for picture files. */
export interface UploadWords {
  readonly label: string;
  /** On the button that scripts make needless. */
  readonly send: string;
  readonly needsScripts: string;
  readonly formats: string;
}

export const upload: Translated<UploadWords> = {
  en: {
    label: "Or read a picture",
    send: "Read it",
    needsScripts: "Writing on a sheet needs scripts, which are off.",
    formats: "PNG, JPEG, GIF or WebP, up to 10 MiB",
  },
  ru: {
    label: "Или прочитать картинку",
    send: "Прочитать",
    needsScripts: "Чтобы писать на листе, нужны скрипты, а они выключены.",
    formats: "PNG, JPEG, GIF или WebP, до 10 МиБ",
  },
};
