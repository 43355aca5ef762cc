import { encodePng } from "../../src/png.ts";
import { makeGif } from "../imaging/make_gif.ts";
import { makeGrayJpeg } from "../imaging/make_jpeg.ts";

/** Pixels of a side; a multiple of the 8 pixels of a JPEG block. */
export const SIDE = 160;
const PEN_RADIUS = 5.5;

type Point = readonly [x: number, y: number];

/** A seven: along the top, then down. Points in pixels. */
export const SEVEN: readonly Point[] = [[48, 36], [112, 36], [72, 128]];

/** A line of digits' worth of paper with one polyline on it, 0 = black. */
export function drawGray(line: readonly Point[]): Uint8Array {
  return Uint8Array.from({ length: SIDE * SIDE }, (_, i) => {
    const pixel: Point = [i % SIDE + 0.5, Math.floor(i / SIDE) + 0.5];
    const ink = PEN_RADIUS - distanceToLine(pixel, line) + 0.5;
    return Math.round(255 * (1 - Math.min(1, Math.max(0, ink))));
  });
}

export const sevenGray = drawGray(SEVEN);
export const sevenPng = encodePng("gray", SIDE, SIDE, sevenGray);
export const sevenJpeg = makeGrayJpeg(SIDE, SIDE, sevenGray);
export const sevenGif = makeGif({
  canvas: [SIDE, SIDE],
  frame: { x: 0, y: 0, width: SIDE, height: SIDE },
  indices: sevenGray.map((gray) => gray < 128 ? 1 : 0),
  palette: [[255, 255, 255], [0, 0, 0]],
});
export const blankPng = encodePng("gray", SIDE, SIDE, drawGray([]));

function distanceToLine(pixel: Point, line: readonly Point[]): number {
  const distances = line.slice(1).map((end, i) =>
    distanceToSegment(pixel, line[i]!, end)
  );
  return Math.min(Infinity, ...distances);
}

function distanceToSegment([x, y]: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from[0] - t * dx, y - from[1] - t * dy);
}
