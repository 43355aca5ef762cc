import type { Ink } from "../../../src/imaging/ink.ts";
import type { Picture } from "../../../src/imaging/picture.ts";
import type { Random } from "../../random.ts";
import { between, happens } from "../chance.ts";

/** The look of a canvas on a screen. */
export interface Canvas {
  /** Pixels; more where the ink needs it. */
  readonly height: number;
  /** Gray of the ink, 0..255. */
  readonly ink: number;
  readonly isInverted: boolean;
  /** Whether pixels are either ink or paper. */
  readonly isHard: boolean;
}

/** Heights of canvases: that of the page's own, and of smaller ones. */
export const TALLEST_CANVAS = 280;
const LOWEST_CANVAS = 60;

export function drawCanvas(random: Random): Canvas {
  return {
    height: happens(random, 0.4)
      ? TALLEST_CANVAS
      : Math.round(between(random, LOWEST_CANVAS, TALLEST_CANVAS)),
    ink: happens(random, 0.6) ? 0 : Math.round(between(random, 0, 60)),
    isInverted: false,
    isHard: false,
  };
}

/** A tablet's canvas, some of them dark. */
export function drawTabletCanvas(random: Random): Canvas {
  return {
    ...drawCanvas(random),
    ink: 0,
    isInverted: happens(random, 0.15),
    isHard: happens(random, 0.25),
  };
}

/** Paper around ink, in pixels and in parts of the canvas' height. */
const LEAST_MARGIN = 4;
const MARGINS = [0.03, 0.25] as const;

/** Shows ink somewhere on a canvas wide and high enough for it. */
export function onCanvas(ink: Ink, random: Random, canvas: Canvas): Picture {
  const margin = () =>
    LEAST_MARGIN + Math.round(canvas.height * between(random, ...MARGINS));
  const left = margin();
  const width = left + ink.width + margin();
  const free = Math.max(2 * LEAST_MARGIN, canvas.height - ink.height);
  const height = ink.height + free;
  const room = free - 2 * LEAST_MARGIN;
  const top = LEAST_MARGIN + Math.floor(room * random.uniform());
  const rgba = new Uint8Array(4 * width * height).fill(255);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const x = column - left;
      const y = row - top;
      const isWithin = x >= 0 && y >= 0 && x < ink.width && y < ink.height;
      const covered = isWithin ? ink.data[y * ink.width + x]! : 0;
      const level = grayOf(covered, canvas);
      rgba.fill(
        level,
        4 * (row * width + column),
        4 * (row * width + column) + 3,
      );
    }
  }
  return { width, height, rgba, scale: 1 };
}

function grayOf(covered: number, { ink, isInverted, isHard }: Canvas): number {
  const share = isHard ? Number(covered >= 0.5) : covered;
  const level = Math.round(255 - share * (255 - ink));
  return isInverted ? 255 - level : level;
}
