/** The languages the pages speak, by their tags (RFC 5646). */
export const LANGUAGES = ["en", "ru"] as const;
export type Language = typeof LANGUAGES[number];

/** One group of texts in every language: a missing one is a type error. */
export type Translated<Texts> = Readonly<Record<Language, Texts>>;
