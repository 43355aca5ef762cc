/** The languages the pages speak, by their tags (RFC 5646). */
export const LANGUAGES = ["en", "ru"] as const;
export type Language = typeof LANGUAGES[number];

/** Each language by its own name, as who speaks it looks for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  ru: "Русский",
};

/** One group of texts in every language: a missing one is a type error. */
export type Translated<Texts> = Readonly<Record<Language, Texts>>;
