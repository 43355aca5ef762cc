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
    const { search: query } = new URL(c.req.url);
    return c.html(page({ result, query, words, theme: themeFor(c) }));
  });
}
