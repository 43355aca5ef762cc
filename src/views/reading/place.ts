import type { Box } from "../../imaging/picture.ts";

/** The attributes that put a box where it belongs on a picture of a region. */
export function placeOn(region: Box, box: Box) {
  return {
    x: share(box.x - region.x, region.width),
    y: share(box.y - region.y, region.height),
    width: share(box.width, region.width),
    height: share(box.height, region.height),
  };
}

/** A part of a length: "12.50%". */
export function share(part: number, whole: number): string {
  return `${(100 * part / whole).toFixed(2)}%`;
}
