import entries from "../../static/history/entries.js" with { type: "text" };
import history from "../../static/history/history.js" with { type: "text" };
import thumbnail from "../../static/history/thumbnail.js" with { type: "text" };
import growth from "../../static/pad/growth.js" with { type: "text" };
import ink from "../../static/pad/ink.js" with { type: "text" };
import keep from "../../static/pad/keep.js" with { type: "text" };
import keyboard from "../../static/pad/keyboard.js" with { type: "text" };
import pad from "../../static/pad/pad.js" with { type: "text" };
import pen from "../../static/pad/pen.js" with { type: "text" };
import picture from "../../static/pad/picture.js" with { type: "text" };
import pointer from "../../static/pad/pointer.js" with { type: "text" };
import reader from "../../static/pad/reader.js" with { type: "text" };
import sheet from "../../static/pad/sheet.js" with { type: "text" };
import shortcuts from "../../static/pad/shortcuts.js" with { type: "text" };
import strokes from "../../static/pad/strokes.js" with { type: "text" };
import timeline from "../../static/pad/timeline.js" with { type: "text" };
import drop from "../../static/upload/drop.js" with { type: "text" };
import photo from "../../static/upload/photo.js" with { type: "text" };
import upload from "../../static/upload/upload.js" with { type: "text" };
import inputCss from "../../static/input.css" with { type: "text" };
import { SAMPLE_FILES } from "../../views/input/samples.tsx";
import { type Asset, createAsset } from "./asset.ts";
import { SAMPLES } from "../page/samples.ts";
import { withoutComments } from "./script.ts";

const SCRIPTS = {
  "history/entries": entries,
  "history/history": history,
  "history/thumbnail": thumbnail,
  "pad/growth": growth,
  "pad/ink": ink,
  "pad/keep": keep,
  "pad/keyboard": keyboard,
  "pad/pad": pad,
  "pad/pen": pen,
  "pad/picture": picture,
  "pad/pointer": pointer,
  "pad/reader": reader,
  "pad/sheet": sheet,
  "pad/shortcuts": shortcuts,
  "pad/strokes": strokes,
  "pad/timeline": timeline,
  "upload/drop": drop,
  "upload/photo": photo,
  "upload/upload": upload,
};

const createScript = (source: string) =>
  createAsset("text/javascript; charset=utf-8", withoutComments(source));
const createPicture = (file: string, bytes: Uint8Array) =>
  createAsset(
    file.endsWith(".png") ? "image/png" : "image/jpeg",
    bytes.slice(),
  );

/** The files of the sheet, the upload and the history, by their names under /static. */
export const INPUT_ASSETS: readonly (readonly [string, Asset])[] = await Promise
  .all([
    createAsset("text/css; charset=utf-8", withoutComments(inputCss))
      .then((asset) => ["input.css", asset] as const),
    ...Object.entries(SCRIPTS).map(async ([name, source]) =>
      [`${name}.js`, await createScript(source)] as const
    ),
    ...SAMPLE_FILES.map(async ({ name, file }) =>
      [`samples/${file}`, await createPicture(file, SAMPLES[name])] as const
    ),
  ]);
