import type { MiddlewareHandler } from "hono";
import { wordsFor } from "../page/words.ts";

/**
 * Says in which language our HTML is, and to caches that it depends on who asks:
 * on the language, and on the cookies that keep language and theme (RFC 9110, 8.5
 * and 12.5.5). A device that reads offline answers in the language of its page.
 */
export function tellLanguage(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const type = c.res.headers.get("Content-Type") ?? "";
    if (!type.startsWith("text/html")) return;
    c.header("Content-Language", wordsFor(c).language);
    c.header("Vary", "Accept-Language, Cookie", { append: true });
  };
}
