import type { Context } from "hono";
import {
  detectFromCookie,
  detectFromHeader,
  type DetectorOptions,
} from "hono/language";
import { LANGUAGES } from "../../views/words/language.ts";
import { type Words, wordsOf } from "../../views/words/words.ts";

/** The cookie that keeps the language chosen by the switch. */
export const LANGUAGE_COOKIE = "language";

const DETECTOR: DetectorOptions = {
  supportedLanguages: [...LANGUAGES],
  fallbackLanguage: "en",
  order: ["cookie", "header"],
  lookupCookie: LANGUAGE_COOKIE,
  lookupFromHeaderKey: "Accept-Language",
  ignoreCase: true,
  caches: false,
  // Of no use here, but there is no leaving them out.
  lookupQueryString: "language",
  lookupFromPathIndex: 0,
};

/**
 * The texts to answer a request with, in the language that was chosen, else the
 * browser's. Found out only when asked for, since most answers have no texts.
 */
export function wordsFor(c: Context): Words {
  const found = detectFromCookie(c, DETECTOR) ?? detectFromHeader(c, DETECTOR);
  return wordsOf(LANGUAGES.find((language) => language === found) ?? "en");
}
