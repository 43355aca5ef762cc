/** Makes pictures of strokes, black on white, as they are sent to be read. */
import { drawStrokes } from "./ink.js";
import { boundsOf } from "./strokes.js";

/** Paper around the writing, in CSS pixels. */
const MARGIN = 32;
/** Pixels of a picture, one a CSS pixel: a full sheet, read in milliseconds. */
const MAX_PIXELS = 2 ** 18;
const INK = "#000";
const PAPER = "#fff";

const context = document.createElement("canvas")
  .getContext("2d", { willReadFrequently: true });

/** @typedef {import("./strokes.js").Stroke} Stroke */

/**
 * The writing with a margin, as large as on the screen, as a PNG. It is made at
 * once, not by a callback, so that no older one can overtake it.
 *
 * @param {readonly Stroke[]} strokes one or more
 * @param {readonly Stroke[]} [all] what the picture has room for
 */
export function pictureOf(strokes, all = strokes) {
  drawPicture(strokes, all);
  const base64 = context.canvas.toDataURL("image/png").split(",")[1];
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  return new File([bytes], "sheet.png", { type: "image/png" });
}

/**
 * The same on a canvas, which the next picture is drawn over.
 *
 * @param {readonly Stroke[]} strokes
 * @param {readonly Stroke[]} [all]
 */
export function drawPicture(strokes, all = strokes) {
  const bounds = boundsOf(all);
  const left = bounds.left - MARGIN;
  const top = bounds.top - MARGIN;
  const width = bounds.right + MARGIN - left;
  const height = bounds.bottom + MARGIN - top;
  const zoom = Math.min(1, Math.sqrt(MAX_PIXELS / (width * height)));
  const { canvas } = context;
  canvas.width = Math.ceil(zoom * width);
  canvas.height = Math.ceil(zoom * height);
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(zoom, 0, 0, zoom, -zoom * left, -zoom * top);
  drawStrokes(context, strokes, INK);
  return canvas;
}
