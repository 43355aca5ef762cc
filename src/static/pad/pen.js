/** Draws one stroke, or makes one sweep of the eraser, at a time. */
import { erase } from "./strokes.js";

/** Of the eraser, in CSS pixels: half a fingertip. */
const ERASER_RADIUS = 8;
/** What takes strokes away in place of a width that makes them. */
export const ERASER = "eraser";

/** @typedef {import("./strokes.js").Stroke} Stroke */
/** @typedef {import("./strokes.js").Point} Point */

export class Pen {
  /** @type {import("./timeline.js").Timeline<readonly Stroke[]>} */
  #timeline;
  /**
   * What is on the sheet while the pen is down, else null.
   * @type {readonly Stroke[] | null}
   */
  #underway = null;
  /** @type {Point[]} */
  #way = [];
  #erases = false;

  constructor(timeline) {
    this.#timeline = timeline;
  }

  get isDown() {
    return this.#underway !== null;
  }

  get strokes() {
    return this.#underway ?? this.#timeline.present;
  }

  /**
   * @param {Point} point
   * @param {number | typeof ERASER} tool the width of the brush, or the eraser
   */
  down(point, tool) {
    const before = this.#timeline.present;
    this.#way = [point];
    this.#erases = tool === ERASER;
    this.#underway = this.#erases
      ? erase(before, point, point, ERASER_RADIUS)
      : [...before, { width: tool, points: this.#way }];
  }

  /** @param {Point} point */
  move(point) {
    const from = this.#way.at(-1);
    this.#way.push(point);
    if (!this.#erases) return;
    this.#underway = erase(this.#underway, from, point, ERASER_RADIUS);
  }

  /** What was drawn, or taken away, becomes a step. */
  lift() {
    this.#timeline.push(this.strokes);
    this.#underway = null;
  }

  /** As if the pen had not been down. */
  cancel() {
    this.#underway = null;
  }
}
