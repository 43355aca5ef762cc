import { Hono } from "hono";
import { Blank } from "../../views/reading/blank.tsx";
import { page } from "../../views/page.tsx";
import { themeFor } from "./theme.ts";
import { wordsFor } from "./words.ts";

/** `GET /`: the page, with nothing read yet. */
export function homeRoute(): Hono {
  return new Hono().get("/", (c) => {
    const words = wordsFor(c);
    const result = <Blank words={words} />;
    return c.html(page({ result, words, theme: themeFor(c) }));
  });
}
