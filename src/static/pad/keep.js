/** Keeps the writing over a reload and a change of language, in this tab alone. */
import { pack, unpack } from "./strokes.js";

const KEY = "inkling.strokes";
/** Characters: some hundred digits; browsers give about five million in all. */
const MAX_CHARACTERS = 2 ** 18;

/** @typedef {import("./strokes.js").Stroke} Stroke */

/** @param {readonly Stroke[]} strokes kept unless there are too many */
export function keepStrokes(strokes) {
  const text = JSON.stringify(pack(strokes));
  try {
    if (text.length > MAX_CHARACTERS) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, text);
  } catch {
    // Storage is full or forbidden: the writing is on the sheet all the same.
  }
}

/** @returns {Stroke[]} */
export function keptStrokes() {
  try {
    return unpack(JSON.parse(sessionStorage.getItem(KEY)));
  } catch {
    return [];
  }
}
