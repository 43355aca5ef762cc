import type { Context, MiddlewareHandler } from "hono";
import { languageDetector } from "hono/language";
import { LANGUAGES } from "../../views/words/language.ts";
import { type Words, wordsOf } from "../../views/words/words.ts";

/** The cookie that keeps the language chosen by the switch. */
export const LANGUAGE_COOKIE = "language";

/** Finds out in which language to answer: the one chosen, else the browser's. */
export function detectLanguage(): MiddlewareHandler {
  return languageDetector({
    supportedLanguages: [...LANGUAGES],
    fallbackLanguage: "en",
    order: ["cookie", "header"],
    lookupCookie: LANGUAGE_COOKIE,
    caches: false,
  });
}

/** The texts to answer a request with. */
export function wordsFor(c: Context): Words {
  const found: unknown = c.get("language");
  return wordsOf(LANGUAGES.find((language) => language === found) ?? "en");
}
