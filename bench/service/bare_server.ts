/** The least that Hono on the same HTTP server can do: take a body, answer JSON. */

import { serve } from "@hono/node-server";
import { Hono } from "hono";

/** As long as ours to one digit. */
const ANSWER = {
  text: "7",
  lines: ["7"],
  digits: [{
    digit: 7,
    confidence: 0.998113,
    probabilities: Array.from(
      { length: 10 },
      (_, i) => i === 7 ? 0.998113 : 0.000123,
    ),
    verdict: "sure",
    line: 0,
    box: null,
  }],
  blank: false,
  leftOut: [],
  crowded: false,
  model: { name: "digits", version: "2026-11-22-7a49d31c" },
  timing: { decode: 0, imaging: 0, inference: 0.035 },
};

const app = new Hono();
app.post("/predict", async (c) => {
  await c.req.arrayBuffer();
  return c.json(ANSWER);
});

serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
  console.log(`listening at http://127.0.0.1:${port}/`);
});
