import { type Picture, wordsOf } from "./picture.ts";

/** Part of the picture's shorter side, and pixels, that its edge is wide. */
const EDGE_SHARE = 0.05;
const LEAST_EDGE = 2;

/** A picture of whose edge each pixel shows what is nearest to it within. */
export function withoutEdge(picture: Picture): Picture {
  const { width, height } = picture;
  const edge = Math.max(
    LEAST_EDGE,
    Math.round(EDGE_SHARE * Math.min(width, height)),
  );
  const from = wordsOf(picture.rgba);
  const to = new Int32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = width * within(y, edge, height);
    for (let x = 0; x < width; x++) {
      to[y * width + x] = from[row + within(x, edge, width)]!;
    }
  }
  return { ...picture, rgba: new Uint8Array(to.buffer) };
}

function within(at: number, edge: number, side: number): number {
  return Math.max(Math.min(edge, side - 1), Math.min(side - 1 - edge, at));
}
