import { shrink } from "../../imaging/decode/shrink.ts";
import type { Ink } from "../../imaging/ink.ts";
import type { Plane } from "../../imaging/morphology.ts";
import type { Picture } from "../../imaging/picture.ts";
import { resample } from "../../imaging/resample.ts";
import { encodePng } from "../../png.ts";
import type { StagePicture } from "../../views/reading/stage_picture.ts";
import type { Drawing } from "./pieces_picture.ts";

/** @param side Pixels of the longer side, at most. */
export function showPicture(picture: Picture, side: number): StagePicture {
  const { width, height, rgba } = shrink(picture, side);
  return showDrawing({ width, height, rgba });
}

export function showDrawing(
  { width, height, rgba }: Drawing,
): StagePicture {
  const png = encodePng("rgba", width, height, rgba);
  return { source: dataUrl(png), width, height };
}

export function showPlane({ width, height, data }: Plane): StagePicture {
  const png = encodePng("gray", width, height, data);
  return { source: dataUrl(png), width, height };
}

/**
 * Dark ink on white paper.
 *
 * @param side Pixels of the longer side, at most.
 */
export function showInk(ink: Ink, side: number): StagePicture {
  const { width, height, data } = shrinkInk(ink, side);
  const gray = new Uint8Array(data.length);
  // Storing cuts off decimals, so that a half more rounds.
  for (let i = 0; i < gray.length; i++) gray[i] = 255.5 - 255 * data[i]!;
  return {
    source: dataUrl(encodePng("gray", width, height, gray)),
    width,
    height,
  };
}

function shrinkInk(ink: Ink, side: number): Ink {
  const ratio = side / Math.max(ink.width, ink.height);
  if (ratio >= 1) return ink;
  const width = Math.max(1, Math.round(ink.width * ratio));
  const height = Math.max(1, Math.round(ink.height * ratio));
  const data = resample(ink.data, ink.width, ink.height, width, height);
  return { width, height, data };
}

function dataUrl(png: Uint8Array): string {
  return `data:image/png;base64,${png.toBase64()}`;
}
