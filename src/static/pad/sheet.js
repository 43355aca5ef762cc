/** The sheet on the screen: where things are on it, and how sharp. */
import { drawStrokes } from "./ink.js";

/** The paper is light in either theme. */
const INK = "#1d2746";

export class Sheet {
  #canvas;
  #context;
  #strokes;
  /** Below 1 where the sheet has become narrower than what is written on it. */
  #scale = 1;
  #frame = 0;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {() => readonly import("./strokes.js").Stroke[]} strokes to be shown
   */
  constructor(canvas, strokes) {
    this.#canvas = canvas;
    this.#context = canvas.getContext("2d");
    this.#strokes = strokes;
    new ResizeObserver(() => this.fit()).observe(canvas);
    addEventListener("resize", () => this.fit());
  }

  get scale() {
    return this.#scale;
  }

  /** Its sides in the unit of strokes. */
  get size() {
    const { clientWidth, clientHeight } = this.#canvas;
    return {
      width: clientWidth / this.#scale,
      height: clientHeight / this.#scale,
    };
  }

  /**
   * A captured pointer may leave the sheet; its ink does not.
   *
   * @param {{ clientX: number, clientY: number }} event
   */
  locate({ clientX, clientY }) {
    const { left, top } = this.#canvas.getBoundingClientRect();
    const { width, height } = this.size;
    return {
      x: Math.min(width, Math.max(0, (clientX - left) / this.#scale)),
      y: Math.min(height, Math.max(0, (clientY - top) / this.#scale)),
    };
  }

  /** Draws in the next frame, however often it is called before. */
  show() {
    this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  /**
   * One canvas pixel for each pixel of the screen, however dense it is, and all
   * of the writing on the sheet, however narrow that has become.
   */
  fit() {
    const canvas = this.#canvas;
    const { clientWidth, clientHeight } = canvas;
    const width = Math.max(1, Math.round(clientWidth * devicePixelRatio));
    const height = Math.max(1, Math.round(clientHeight * devicePixelRatio));
    const scale = Math.min(1, clientWidth / rightmost(this.#strokes()));
    if (
      canvas.width === width && canvas.height === height &&
      this.#scale === scale
    ) return;
    this.#scale = scale;
    canvas.width = width;
    canvas.height = height;
    this.#draw();
  }

  #draw() {
    this.#frame = 0;
    const { width, height, clientWidth } = this.#canvas;
    const zoom = this.#scale * width / clientWidth;
    this.#context.setTransform(1, 0, 0, 1, 0, 0);
    this.#context.clearRect(0, 0, width, height);
    this.#context.setTransform(zoom, 0, 0, zoom, 0, 0);
    drawStrokes(this.#context, this.#strokes(), INK);
  }
}

/** How far to the right the pen has been, at least 1. */
function rightmost(strokes) {
  let right = 1;
  for (const { points } of strokes) {
    for (const { x } of points) right = Math.max(right, x);
  }
  return right;
}
