/**
 * How the writing came about: answers the event `growth` of the sheet's form
 * with a picture after each stroke, all of the same size.
 */
import { pictureOf } from "./picture.js";

/** Pictures: as many as are looked at one by one. */
const MOST = 24;

/**
 * @param {HTMLFormElement} form
 * @param {() => readonly import("./strokes.js").Stroke[]} strokes
 */
export function tellGrowth(form, strokes) {
  form.addEventListener("growth", ({ detail }) => {
    detail.pictures.push(...growthOf(strokes()));
  });
}

/** @param {readonly import("./strokes.js").Stroke[]} strokes */
function growthOf(strokes) {
  const count = Math.min(MOST, strokes.length);
  return Array.from({ length: count }, (_, i) => {
    const length = Math.round((i + 1) * strokes.length / count);
    return pictureOf(strokes.slice(0, length), strokes);
  });
}
