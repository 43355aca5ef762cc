import type { Ink } from "../../imaging/ink.ts";
import type { Box } from "../../imaging/picture.ts";
import { span } from "../../imaging/boxes.ts";
import { cut } from "../../imaging/cut.ts";
import type { DigitReading } from "../../recognize.ts";
import type { InkMap } from "../../views/reading/stages.tsx";
import { showInk } from "./stage_picture.ts";

/** Pixels of the longer side of the map, which is as wide as half the page. */
const MAX_SIDE = 960;

/** All shares are of the height of the tallest digit. */

/** Paper around what the map shows. */
const MARGIN = 0.15;
/** How far beside a line a mark is shown: a currency sign, not the next column. */
const BESIDE = 1.5;
/** How far above or below a line: points and commas hang a little. */
const ABOVE = 0.3;

/**
 * The ink around the digits, with what was left out in or beside their lines;
 * null where digits have no boxes.
 *
 * @param scale Pixels of the boxes per pixel of the ink.
 */
export function drawMap(
  ink: Ink,
  digits: readonly DigitReading[],
  leftOut: readonly Box[],
  scale: number,
): InkMap | null {
  const boxes = digits.flatMap(({ box }) => box ?? []);
  if (boxes.length === 0) return null;
  const tallest = Math.max(...boxes.map(({ height }) => height));
  const lines = Map.groupBy(digits, ({ line }) => line).values()
    .map((own) => around(own.flatMap(({ box }) => box ?? []))).toArray();
  const marks = leftOut.filter((mark) =>
    lines.some((line) => isNear(mark, line, tallest))
  );
  const area = around([...boxes, ...marks]);
  const region = within(ink, area, MARGIN * tallest, scale);
  return {
    picture: showInk(cut(ink, region), MAX_SIDE),
    region: {
      x: region.x * scale,
      y: region.y * scale,
      width: region.width * scale,
      height: region.height * scale,
    },
    leftOut: marks,
  };
}

function isNear(mark: Box, line: Box, height: number): boolean {
  const x = mark.x + mark.width / 2;
  const y = mark.y + mark.height / 2;
  return x >= line.x - BESIDE * height &&
    x <= line.x + line.width + BESIDE * height &&
    y >= line.y - ABOVE * height &&
    y <= line.y + line.height + ABOVE * height;
}

function around(boxes: readonly Box[]): Box {
  return span(boxes);
}

/** A box with a margin, in pixels of the ink. */
function within(
  ink: Ink,
  box: Box,
  margin: number,
  scale: number,
): Box {
  const x = Math.max(0, Math.floor((box.x - margin) / scale));
  const y = Math.max(0, Math.floor((box.y - margin) / scale));
  const right = Math.ceil((box.x + box.width + margin) / scale);
  const bottom = Math.ceil((box.y + box.height + margin) / scale);
  return {
    x,
    y,
    width: Math.min(ink.width, right) - x,
    height: Math.min(ink.height, bottom) - y,
  };
}
