import type { Random } from "../../random.ts";
import type { Kind } from "./kinds.ts";
import { drawBitmapConditions } from "./kinds_bitmap.ts";
import { drawPaint, drawTablet } from "./kinds_paint.ts";
import { drawPhoto } from "./kinds_photo.ts";
import type { BitmapConditions, Scene } from "./scene.ts";
import type { Stock } from "./stock.ts";

/** Everything that is between a digit and its picture. */
export type Conditions = Scene | BitmapConditions;

/** Mixes the conditions of a family as they are met together. */
export function drawConditions(
  random: Random,
  kind: Kind,
  stock?: Stock,
): Conditions {
  switch (kind) {
    case "bitmap16":
    case "bitmap32":
      return drawBitmapConditions(random, kind);
    case "paint":
      return drawPaint(random);
    case "tablet":
      return drawTablet(random);
    default:
      return drawPhoto(random, kind, stock);
  }
}
