import { shrink } from "../imaging/decode/shrink.ts";
import type { Ink } from "../imaging/ink.ts";
import type { Plane } from "../imaging/morphology.ts";
import { NORMALIZED_SIDE } from "../imaging/normalize.ts";
import type { Picture } from "../imaging/picture.ts";
import { resample } from "../imaging/resample.ts";
import { encodePng } from "../png.ts";
import type { Reading } from "../recognize.ts";
import type { StagePicture, Stages } from "../views/stages.tsx";

/** Pixels of the longer side: as large as the page shows a stage. */
const MAX_STAGE_SIDE = 240;

/** What every stage saw, as pictures for the page. */
export function stagePictures(picture: Picture, reading: Reading): Stages {
  return {
    sent: showPicture(picture),
    paper: reading.paper && showPlane(reading.paper),
    ruled: reading.ruled && showInk(reading.ruled),
    ink: reading.ink && showInk(reading.ink),
    cropped: reading.digits.flatMap(({ glyph }) => glyph ? showInk(glyph) : []),
    thickened: reading.digits.flatMap(({ thickened }) =>
      thickened ? showInk(thickened) : []
    ),
    seen: reading.digits.map(({ normalized }) =>
      showInk({
        width: NORMALIZED_SIDE,
        height: NORMALIZED_SIDE,
        data: normalized,
      })
    ),
  };
}

function showPicture(picture: Picture): StagePicture {
  const { width, height, rgba } = shrink(picture, MAX_STAGE_SIDE);
  const png = encodePng("rgba", width, height, rgba);
  return { source: dataUrl(png), width, height };
}

function showPlane({ width, height, data }: Plane): StagePicture {
  const png = encodePng("gray", width, height, data);
  return { source: dataUrl(png), width, height };
}

/** Dark ink on white paper. */
function showInk(ink: Ink): StagePicture {
  const { width, height, data } = shrinkInk(ink);
  const gray = Uint8Array.from(data, (value) => Math.round(255 * (1 - value)));
  return {
    source: dataUrl(encodePng("gray", width, height, gray)),
    width,
    height,
  };
}

function shrinkInk(ink: Ink): Ink {
  const ratio = MAX_STAGE_SIDE / Math.max(ink.width, ink.height);
  if (ratio >= 1) return ink;
  const width = Math.max(1, Math.round(ink.width * ratio));
  const height = Math.max(1, Math.round(ink.height * ratio));
  const data = resample(ink.data, ink.width, ink.height, width, height);
  return { width, height, data };
}

function dataUrl(png: Uint8Array): string {
  return `data:image/png;base64,${png.toBase64()}`;
}
