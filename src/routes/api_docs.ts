import type { Hono } from "hono";
import { describeOpenApi, lazyDocument } from "./openapi.ts";

/** `GET /openapi.json`: what the routes of `app` say of themselves. */
export function addApiDocs(app: Hono): void {
  const document = lazyDocument(app);
  app.get("/openapi.json", describeOpenApi(), async (c) => {
    c.header("Cache-Control", "public, no-cache");
    return c.json(await document());
  });
}
