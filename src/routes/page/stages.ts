import { crc32 } from "node:zlib";
import { toPixels } from "../../corrections/pixels.ts";
import { NORMALIZED_SIDE } from "../../imaging/normalize.ts";
import type { Picture } from "../../imaging/picture.ts";
import type { DigitReading, Reading } from "../../recognize.ts";
import type { DigitStages, Stages } from "../../views/reading/stages.tsx";
import type { StagePicture } from "../../views/reading/stage_picture.ts";
import type { SeenPixels } from "../../views/reading/thinking.tsx";
import { drawMap } from "./ink_map.ts";
import { drawPieces } from "./pieces_picture.ts";
import {
  showDrawing,
  showInk,
  showPicture,
  showPlane,
} from "./stage_picture.ts";

/** Pixels of the longer side: as large as the page shows a stage. */
export const MAX_STAGE_SIDE = 240;
/** The same of a digit among several: each is 1 to 2 KB in the page. */
const MAX_SMALL_SIDE = 120;
/** Digits whose stages are sent: with bars and form 8 KB each, 256 KB at most. */
export const MAX_OPEN_DIGITS = 32;

/** What every stage saw, as pictures for the page. */
export function stagePictures(picture: Picture, reading: Reading): Stages {
  const { digits, leftOut, paper, ruled, ink } = reading;
  const side = digits.length > 1 ? MAX_SMALL_SIDE : MAX_STAGE_SIDE;
  return {
    picture: {
      sent: showPicture(picture, MAX_STAGE_SIDE),
      paper: paper && showPlane(paper),
      ruled: ruled && showInk(ruled, MAX_STAGE_SIDE),
      ink: ink && showInk(ink, MAX_STAGE_SIDE),
      pieces: showPieces(reading),
    },
    map: ink && drawMap(ink, digits, leftOut, picture.scale),
    digits: digits.slice(0, MAX_OPEN_DIGITS).map((digit) =>
      digitStages(digit, side)
    ),
  };
}

export function digitStages(
  { glyph, thickened, normalized }: DigitReading,
  side: number,
): DigitStages {
  const [width, height] = [NORMALIZED_SIDE, NORMALIZED_SIDE];
  return {
    cropped: glyph && showInk(glyph, side),
    thickened: thickened && showInk(thickened, side),
    seen: showInk({ width, height, data: normalized }, side),
    pixels: seenPixels(normalized),
  };
}

function seenPixels(normalized: Float32Array): SeenPixels {
  const bytes = toPixels(normalized);
  return {
    base64: bytes.toBase64(),
    checksum: crc32(bytes).toString(16),
  };
}

function showPieces({ apart, digits }: Reading): StagePicture | null {
  if (apart.length === 0) return null;
  const read = new Set(digits.map(({ glyph }) => glyph));
  return showDrawing(
    drawPieces(apart, ({ glyph }) => glyph !== null && read.has(glyph.ink)),
  );
}
