import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import growth from "../../static/growth.js" with { type: "text" };
import htmx from "htmx.org/dist/htmx.min.js" with { type: "text" };
import correctionsCss from "../../static/corrections.css" with { type: "text" };
import chartsCss from "../../static/charts.css" with { type: "text" };
import docsCss from "../../static/docs.css" with { type: "text" };
import docs from "../../static/docs.js" with { type: "text" };
import icon from "../../static/icon.svg" with { type: "text" };
import manifest from "../../static/manifest.webmanifest" with { type: "text" };
import modelCss from "../../static/model.css" with { type: "text" };
import online from "../../static/online.js" with { type: "text" };
import resultCss from "../../static/result.css" with { type: "text" };
import result from "../../static/result.js" with { type: "text" };
import siteCss from "../../static/site.css" with { type: "text" };
import theme from "../../static/theme.js" with { type: "text" };
import thinkingCss from "../../static/thinking.css" with { type: "text" };
import thinking from "../../static/thinking.js" with { type: "text" };
import unreachable from "../../static/unreachable.js" with { type: "text" };
import { type Asset, createAsset, sendAsset } from "./asset.ts";
import { INPUT_ASSETS } from "./input_assets.ts";
import { withoutComments } from "./script.ts";

const SCRIPT = "text/javascript; charset=utf-8";
const STYLE = "text/css; charset=utf-8";

/**
 * The names carry no version, so browsers ask each time, and are answered 304
 * while nothing has changed.
 */
const CACHE_CONTROL = "public, no-cache";
/** A file is no page, and loads nothing; said shortly, as there are many. */
const POLICY = "default-src 'none'; frame-ancestors 'none'";

const createScript = (source: string) =>
  createAsset(SCRIPT, withoutComments(source));
const createStyle = (source: string) =>
  createAsset(STYLE, withoutComments(source));

/** The page's own files by their names. */
export const ASSETS: ReadonlyMap<string, Asset> = new Map([
  ["corrections.css", await createStyle(correctionsCss)],
  ["charts.css", await createStyle(chartsCss)],
  ["docs.css", await createStyle(docsCss)],
  ["docs.js", await createScript(docs)],
  ["growth.js", await createScript(growth)],
  ["htmx.min.js", await createAsset(SCRIPT, htmx)],
  ["icon.svg", await createAsset("image/svg+xml", icon)],
  [
    "manifest.webmanifest",
    await createAsset("application/manifest+json", manifest),
  ],
  ["model.css", await createStyle(modelCss)],
  ["online.js", await createScript(online)],
  ...INPUT_ASSETS,
  ["result.css", await createStyle(resultCss)],
  ["result.js", await createScript(result)],
  ["site.css", await createStyle(siteCss)],
  ["theme.js", await createScript(theme)],
  ["thinking.css", await createStyle(thinkingCss)],
  ["thinking.js", await createScript(thinking)],
  ["unreachable.js", await createScript(unreachable)],
]);

/** `GET /static/NAME`: the page's own files, part of the program. */
export function assetsRoute(): Hono {
  return new Hono().get("/static/:name{.+}", (c) => {
    const asset = ASSETS.get(c.req.param("name"));
    if (!asset) throw new HTTPException(404, { message: "No such file." });
    c.header("Content-Security-Policy", POLICY);
    return sendAsset(c, asset, CACHE_CONTROL);
  });
}
