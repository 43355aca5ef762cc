import type { Ink } from "../../../src/imaging/ink.ts";
import type { Random } from "../../random.ts";
import { between } from "../chance.ts";
import { drawConditions } from "../photos/conditions.ts";
import type { Kind } from "../photos/kinds.ts";
import type { Scene } from "../photos/scene.ts";
import type { Stock } from "../photos/stock.ts";

/** Conditions under which a number is written and taken. */
export interface NumberConditions {
  /** Pixels of a digit. */
  readonly height: number;
  /** Of the pen's line. */
  readonly thickness: number;
  /** Those of one digit; `numberScene` makes them those of the number. */
  readonly scene: Scene;
}

/** Pixels of a digit: the smallest can still be read, the largest is quick. */
const SMALLEST_DIGIT = 28;
const LARGEST_DIGIT = 90;

/** Of a pen that keeps its own line, in heights of a digit. */
const OWN_THICKNESS = 0.11;

/** Draws conditions of a family as they are met together. */
export function drawNumberConditions(
  random: Random,
  kind: Kind,
  stock: Stock,
): NumberConditions {
  for (;;) {
    const scene = drawConditions(random, kind, stock);
    if (scene.what !== "scene") {
      throw new RangeError(`Cannot take a number as ${kind}: it has no sheet`);
    }
    const height = scene.digit.size;
    if (height < SMALLEST_DIGIT || height > LARGEST_DIGIT) continue;
    const thickness = (scene.stroke.thickness ?? OWN_THICKNESS) * height;
    return { height, thickness: Math.max(1, thickness), scene };
  }
}

/**
 * Ink flows as unevenly as over one digit, but over the whole number: less, or a
 * digit would be lost. Thin pale lines are lost in paper as well.
 */
const LEAST_OPACITY = 0.6;
const MOST_FLOW = 0.2;

/** Paper to each side, in heights of a digit. */
const MARGINS = [0.35, 1] as const;

/** A leaning or bent sheet needs more, in parts of the ink's sides. */
const TILT_MARGIN = 0.1;

/** Puts a number on a sheet that is as large as it needs. */
export function numberScene(
  ink: Ink,
  random: Random,
  { height, scene }: NumberConditions,
): Scene {
  const lean = Math.abs(Math.sin(scene.pose.angle));
  const margin = (side: number, other: number) =>
    Math.ceil(
      height * between(random, ...MARGINS) + TILT_MARGIN * side +
        lean * other / 2,
    );
  const left = margin(ink.width, ink.height);
  const top = margin(ink.height, ink.width);
  return {
    ...scene,
    width: left + ink.width + margin(ink.width, ink.height),
    height: top + ink.height + margin(ink.height, ink.width),
    digit: {
      size: Math.max(ink.width, ink.height),
      x: left + ink.width / 2,
      y: top + ink.height / 2,
    },
    pen: {
      ...scene.pen,
      opacity: Math.max(LEAST_OPACITY, scene.pen.opacity),
      flow: Math.min(MOST_FLOW, scene.pen.flow),
    },
    stroke: { thickness: null, pressure: 0, edge: scene.stroke.edge },
    cell: null,
    table: null,
    side: null,
  };
}
