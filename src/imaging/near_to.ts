import { gap, longerSide } from "./boxes.ts";
import { byLeft } from "./by_left.ts";
import type { Component } from "./components.ts";

/** Tells whether one of some strokes is as near to a piece as that is long. */
export function nearTo(
  strokes: readonly Component[],
): (piece: Component) => boolean {
  const { between, widest } = byLeft(strokes);
  return ({ box }) => {
    const reach = longerSide(box);
    return between(box.x - reach - widest, box.x + box.width + reach)
      .some((stroke) => gap(stroke.box, box) <= reach);
  };
}
