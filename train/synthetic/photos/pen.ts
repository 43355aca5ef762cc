import type { Random } from "../../random.ts";
import { softBlur } from "./blur.ts";
import { grain, smoothField } from "./noise.ts";
import type { Rgb } from "./raster.ts";

/** How ink lies on the paper. */
export interface Pen {
  readonly color: Rgb;
  /** Of full ink, 0..1. */
  readonly opacity: number;
  /** How much it varies along the stroke, 0..1. */
  readonly flow: number;
  /** How much of it the paper's tooth leaves out, 0..1: pencil and chalk. */
  readonly grain: number;
  /** Pixels of the tooth. */
  readonly grainSize: number;
}

/** Between changes of the flow of ink, in parts of the digit's size. */
const FLOW_PERIOD = 0.35;

/**
 * Turns where a digit is into how far its ink covers the paper.
 *
 * @param strokes height x width, row-major, 0..1; changed in place.
 * @param size Pixels of the digit.
 */
export function applyPen(
  random: Random,
  strokes: Float32Array,
  width: number,
  height: number,
  size: number,
  pen: Pen,
): void {
  if (pen.flow > 0) {
    const flow = smoothField(random, width, height, FLOW_PERIOD * size);
    for (let i = 0; i < strokes.length; i++) {
      const full = 1 + pen.flow * Math.min(0, 1.6 * flow[i]! - 0.3);
      strokes[i]! *= Math.max(0.15, full);
    }
  }
  if (pen.grain > 0) {
    const tooth = grain(random, width, height);
    softBlur(tooth, width, height, pen.grainSize);
    const gain = 1 + 1.5 * pen.grainSize;
    for (let i = 0; i < strokes.length; i++) {
      const left = 0.5 + 0.7 * gain * tooth[i]!;
      strokes[i]! *= 1 - pen.grain * Math.min(1, Math.max(0, left));
    }
  }
  for (let i = 0; i < strokes.length; i++) strokes[i]! *= pen.opacity;
}
