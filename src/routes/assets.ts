import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import htmx from "htmx.org/dist/htmx.min.js" with { type: "text" };
import icon from "../static/icon.svg" with { type: "text" };
import modelCss from "../static/model.css" with { type: "text" };
import resultCss from "../static/result.css" with { type: "text" };
import result from "../static/result.js" with { type: "text" };
import siteCss from "../static/site.css" with { type: "text" };
import unreachable from "../static/unreachable.js" with { type: "text" };
import { createAsset, matchesTag } from "./asset.ts";
import { INPUT_ASSETS } from "./input_assets.ts";

const SCRIPT = "text/javascript; charset=utf-8";
const STYLE = "text/css; charset=utf-8";

/**
 * The names carry no version, so browsers ask each time, and are answered 304
 * while nothing has changed.
 */
const CACHE_CONTROL = "public, no-cache";

const ASSETS = new Map([
  ["htmx.min.js", await createAsset(SCRIPT, htmx)],
  ["icon.svg", await createAsset("image/svg+xml", icon)],
  ["model.css", await createAsset(STYLE, modelCss)],
  ...INPUT_ASSETS,
  ["result.css", await createAsset(STYLE, resultCss)],
  ["result.js", await createAsset(SCRIPT, result)],
  ["site.css", await createAsset(STYLE, siteCss)],
  ["unreachable.js", await createAsset(SCRIPT, unreachable)],
]);

/** `GET /static/NAME`: the page's own files, part of the program. */
export function assetsRoute(): Hono {
  return new Hono().get("/static/:name{.+}", (c) => {
    const asset = ASSETS.get(c.req.param("name"));
    if (!asset) throw new HTTPException(404, { message: "No such file." });
    c.header("Cache-Control", CACHE_CONTROL);
    c.header("ETag", asset.etag);
    if (matchesTag(c.req.header("If-None-Match"), asset.etag)) {
      return c.body(null, 304);
    }
    return c.body(asset.body, 200, { "Content-Type": asset.type });
  });
}
