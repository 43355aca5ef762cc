import { Hono } from "hono";
import { modelPage } from "../views/model_page.tsx";
import { createModelCard } from "./model_card.ts";
import type { Services } from "./services.ts";
import { themeFor } from "./theme.ts";
import { wordsFor } from "./words.ts";

/** `GET /model`: what the network is, how it was made, what it scores. */
export function modelRoute(
  { report, comparison, model }: Pick<
    Services,
    "report" | "comparison" | "model"
  >,
): Hono {
  const card = report && createModelCard(report, comparison, model.version);
  return new Hono().get(
    "/model",
    (c) => c.html(modelPage({ card, words: wordsFor(c), theme: themeFor(c) })),
  );
}
