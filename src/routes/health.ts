import { Hono } from "hono";
import type { Services } from "./services.ts";

/** `GET /healthz`: whether the server answers, and what it answers with. */
export function healthRoute({ engine, model }: Services): Hono {
  const { name, version } = model;
  return new Hono().get("/healthz", (c) => {
    c.header("Cache-Control", "no-store");
    return c.json({ status: "ok", engine, model: { name, version } });
  });
}
