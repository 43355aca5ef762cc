import type { Context, Hono } from "hono";
import askCurl from "../../examples/ask.sh" with { type: "text" };
import askJavaScript from "../../examples/ask.mjs" with { type: "text" };
import askPython from "../../examples/ask.py" with { type: "text" };
import { docsPage } from "../../views/docs/docs_page.tsx";
import { type Asset, createAsset, sendAsset } from "../assets/asset.ts";
import { createReference } from "./api_reference.ts";
import { describeOpenApi, lazyDocument } from "./openapi.ts";
import { themeFor } from "../page/theme.ts";
import { wordsFor } from "../page/words.ts";

/** Where the examples ask, if they are not told. */
const EXAMPLES_ORIGIN = "http://127.0.0.1:8000";

/**
 * `GET /openapi.json`: what the routes of `app` say of themselves, for programs.
 * `GET /docs`: the same for people, with examples.
 */
export function addApiDocs(app: Hono): void {
  const document = lazyDocument(app);
  let file: Promise<Asset> | null = null;
  const create = async () =>
    createAsset("application/json", JSON.stringify(await document()));
  app.get(
    "/openapi.json",
    describeOpenApi(),
    async (c) => sendAsset(c, await (file ??= create()), "public, no-cache"),
  );
  app.get("/docs", async (c) => {
    const origin = originOf(c);
    const { search: query } = new URL(c.req.url);
    return c.html(docsPage({
      examples: examplesAt(origin),
      reference: createReference(await document(), origin),
      query,
      words: wordsFor(c),
      theme: themeFor(c),
    }));
  });
}

/**
 * Where the reader has asked: behind a proxy that ends TLS only that proxy
 * knows. Who makes it up is shown what he made up.
 */
function originOf(c: Context): string {
  const url = new URL(c.req.url);
  if (c.req.header("X-Forwarded-Proto") === "https") url.protocol = "https:";
  return url.origin;
}

function examplesAt(origin: string): Record<string, string> {
  const at = (source: string) => source.replaceAll(EXAMPLES_ORIGIN, origin);
  return {
    "curl": at(askCurl),
    "JavaScript": at(askJavaScript),
    "Python": at(askPython),
  };
}
