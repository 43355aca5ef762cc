import type { Random } from "../../random.ts";
import { between, happens, pickWeighted } from "../chance.ts";
import type { BitmapConditions } from "./scene.ts";

/** 16 x 16 gray or 32 x 32 black and white, cut tight. */
export function drawBitmapConditions(
  random: Random,
  kind: "bitmap16" | "bitmap32",
): BitmapConditions {
  const shapes = [
    { shape: "fit", weight: 3 },
    { shape: "cut", weight: 2 },
    { shape: "fill", weight: 2 },
  ] as const;
  return {
    what: "bitmap",
    bitmap: {
      side: kind === "bitmap16" ? 16 : 32,
      margin: happens(random, 0.7) ? 0 : 1,
      shape: pickWeighted(random, shapes, ({ weight }) => weight).shape,
      isBinary: kind === "bitmap32",
      weight: between(random, -0.12, 0.25),
    },
    isInverted: happens(random, 0.5),
    side: null,
    jpeg: null,
  };
}
