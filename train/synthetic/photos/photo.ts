import { decode } from "../../../src/imaging/decode/decode.ts";
import type { Ink } from "../../../src/imaging/ink.ts";
import type { Picture } from "../../../src/imaging/picture.ts";
import { resample } from "../../../src/imaging/resample.ts";
import type { Random } from "../../random.ts";
import { drawPaper } from "../papers/paper.ts";
import { printCell } from "../papers/cell.ts";
import { printLines } from "../papers/lines.ts";
import { drawTable } from "../papers/table.ts";
import { drawBitmap } from "./bitmap.ts";
import { exposeCamera } from "./camera.ts";
import type { Conditions } from "./conditions.ts";
import { encodeJpeg } from "./jpeg.ts";
import { applyLight } from "./light.ts";
import { applyPen } from "./pen.ts";
import { mapSheet, placePlate } from "./place.ts";
import { makePlate } from "./plate.ts";
import { cover, type Raster } from "./raster.ts";
import type { Scene } from "./scene.ts";
import { applyThreshold } from "./threshold.ts";

/** Ink of which there is none: a picture of it is blank. */
export const NO_INK: Ink = { width: 1, height: 1, data: new Float32Array(1) };

/**
 * Puts a digit on a sheet and takes the picture that people would send.
 *
 * @param ink Of one digit, any size.
 */
export function photograph(
  ink: Ink,
  random: Random,
  conditions: Conditions,
): Picture {
  const picture = takePicture(ink, random, conditions);
  if (conditions.jpeg === null) return picture;
  return decode(encodeJpeg(picture, conditions.jpeg));
}

/** The same before it is compressed. */
export function takePicture(
  ink: Ink,
  random: Random,
  conditions: Conditions,
): Picture {
  const picture = conditions.what === "bitmap"
    ? drawBitmap(ink, random, conditions.bitmap)
    : drawScene(ink, random, conditions);
  if (conditions.isInverted) invert(picture);
  return conditions.side === null ? picture : reduce(picture, conditions.side);
}

function drawScene(ink: Ink, random: Random, scene: Scene): Picture {
  const { width, height, digit, threshold } = scene;
  const raster = drawPaper(random, width, height, scene.paper);
  const map = mapSheet(random, width, height, digit.x, digit.y, scene.pose);
  if (scene.lines) {
    const { lines, margin } = printLines(map, scene.lines);
    cover(raster, lines, scene.lines.color);
    cover(raster, margin, scene.lines.marginColor);
  }
  if (scene.cell) cover(raster, printCell(map, scene.cell), scene.cell.color);
  const plate = makePlate(ink, random, digit.size, scene.stroke);
  const strokes = placePlate(plate, map);
  applyPen(random, strokes, width, height, digit.size, scene.pen);
  if (scene.transparency === "ground") return toSticker(strokes, scene);
  cover(raster, strokes, scene.pen.color);
  if (scene.table) drawTable(random, raster, map, scene.table);
  if (scene.light) applyLight(random, raster, scene.light);
  if (scene.camera) exposeCamera(random, raster, scene.camera);
  if (scene.isGray) removeColor(raster);
  if (threshold) {
    const [gray] = raster.planes;
    removeColor(raster);
    applyThreshold(random, gray, width, height, threshold);
    for (const plane of raster.planes) plane.set(gray);
  }
  return toPicture(raster);
}

/** Only the strokes: the ground is transparent, and its colour is left over. */
function toSticker(strokes: Float32Array, { width, height, pen }: Scene) {
  const rgba = new Uint8Array(4 * strokes.length);
  strokes.forEach((covered, i) => {
    if (covered > 0) rgba.set(pen.color, 4 * i);
    rgba[4 * i + 3] = Math.round(255 * covered);
  });
  return { width, height, rgba, scale: 1 };
}

/** Luma, ITU-R BT.601. */
function removeColor({ planes: [red, green, blue] }: Raster): void {
  for (let i = 0; i < red.length; i++) {
    const luma = 0.299 * red[i]! + 0.587 * green[i]! + 0.114 * blue[i]!;
    red[i] = green[i] = blue[i] = luma;
  }
}

function toPicture({ width, height, planes }: Raster): Picture {
  const rgba = new Uint8Array(4 * width * height).fill(255);
  planes.forEach((plane, channel) => {
    for (let i = 0; i < plane.length; i++) {
      const level = Math.round(plane[i]!);
      rgba[4 * i + channel] = level < 0 ? 0 : level > 255 ? 255 : level;
    }
  });
  return { width, height, rgba, scale: 1 };
}

function invert({ rgba }: Picture): void {
  for (let i = 0; i < rgba.length; i++) {
    if (i % 4 !== 3) rgba[i] = 255 - rgba[i]!;
  }
}

/** Reduces a picture to `side` pixels, averaging; none is enlarged. */
function reduce(picture: Picture, side: number): Picture {
  const longer = Math.max(picture.width, picture.height);
  if (longer <= side) return picture;
  const width = Math.max(1, Math.round(picture.width * side / longer));
  const height = Math.max(1, Math.round(picture.height * side / longer));
  const rgba = new Uint8Array(4 * width * height);
  for (let channel = 0; channel < 4; channel++) {
    const plane = Float32Array.from(
      { length: picture.width * picture.height },
      (_, i) => picture.rgba[4 * i + channel]!,
    );
    resample(plane, picture.width, picture.height, width, height)
      .forEach((value, i) => rgba[4 * i + channel] = Math.round(value));
  }
  return { width, height, rgba, scale: 1 };
}
