import { Hono } from "hono";
import type { ModelCard } from "../../views/model/model_card.ts";
import { modelPage } from "../../views/model/model_page.tsx";
import { createModelCard } from "./model_card.ts";
import type { Services } from "../services.ts";
import { themeFor } from "./theme.ts";
import { wordsFor } from "./words.ts";

/** `GET /model`: what the network is, how it was made, what it scores. */
export function modelRoute(
  { report, comparison, model }: Pick<
    Services,
    "report" | "comparison" | "model"
  >,
): Hono {
  let made: ModelCard | undefined;
  return new Hono().get("/model", (c) => {
    const card = report &&
      (made ??= createModelCard(report, comparison, model.version));
    const { search: query } = new URL(c.req.url);
    const [words, theme] = [wordsFor(c), themeFor(c)];
    return c.html(modelPage({ card, query, words, theme }));
  });
}
