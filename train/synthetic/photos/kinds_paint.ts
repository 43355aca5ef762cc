import type { Random } from "../../random.ts";
import {
  between,
  happens,
  pick,
  pickWeighted,
  wholeBetween,
} from "../chance.ts";
import { drawSide } from "./side.ts";
import type { Scene } from "./scene.ts";
import type { Rgb } from "./raster.ts";

/** Pixels of the edge of a brush that is not anti-aliased. */
const HARD_EDGE = 0.01;

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/** Colours of the palettes of paint programs, dark and light. */
const DARK: readonly Rgb[] = [
  [0, 0, 0],
  [0, 0, 255],
  [255, 0, 0],
  [63, 72, 204],
  [136, 0, 21],
  [34, 120, 50],
  [163, 73, 164],
  [64, 64, 64],
  [0, 90, 160],
];
const LIGHT: readonly Rgb[] = [
  [255, 255, 255],
  [255, 242, 0],
  [153, 217, 234],
  [239, 228, 176],
  [181, 230, 29],
  [255, 201, 14],
  [195, 195, 195],
  [0, 255, 0],
];

/** Pixels of the lines of a tablet. */
const TABLET_LINE = { from: 1, to: 3.5 };

/** What a tablet recorded, drawn in thin lines on a small canvas. */
export function drawTablet(random: Random): Scene {
  const scene = drawPaint(random);
  const size = between(random, 40, 220);
  const margin = size * between(random, 0.05, 0.4);
  const side = Math.ceil(size + 2 * margin);
  const isDark = happens(random, 0.15);
  return {
    ...scene,
    width: side,
    height: side,
    digit: { size, x: side / 2, y: side / 2 },
    stroke: {
      thickness: between(random, TABLET_LINE.from, TABLET_LINE.to) / size,
      pressure: 0,
      edge: happens(random, 0.25) ? HARD_EDGE : 1,
    },
    pen: { ...scene.pen, color: isDark ? WHITE : BLACK },
    paper: { ...scene.paper, color: isDark ? BLACK : WHITE },
    transparency: "none",
    side: null,
    jpeg: null,
  };
}

/** A drawing on a canvas, with a round brush. */
export function drawPaint(random: Random): Scene {
  const width = canvasSide(random);
  const height = happens(random, 0.6)
    ? width
    : Math.round(width * between(random, 0.6, 1.4));
  const shorter = Math.min(width, height);
  const size = shorter *
    (happens(random, 0.75)
      ? between(random, 0.45, 0.85)
      : between(random, 0.18, 0.5));
  const { paper, pen } = drawColors(random);
  const stroke = {
    thickness: happens(random, 0.2)
      ? null
      : Math.min(0.26, Math.max(1.2, drawBrush(random)) / size),
    pressure: happens(random, 0.15) ? 0.3 : 0,
    edge: happens(random, 0.35) ? HARD_EDGE : 1,
  };
  const isSticker = happens(random, 0.08);
  const longer = Math.max(width, height);
  const side = drawSide(random, 0.25, longer, size, stroke.thickness);
  return {
    what: "scene",
    width,
    height,
    digit: {
      size,
      x: width / 2 + 0.5 * random.signed() * Math.max(0, width - 1.2 * size),
      y: height / 2 + 0.5 * random.signed() * Math.max(0, height - 1.2 * size),
    },
    stroke,
    pen: { color: pen, opacity: 1, flow: 0, grain: 0, grainSize: 0 },
    pose: { angle: 0, tilt: [0, 0], bend: 0 },
    paper: {
      color: paper,
      fibre: 0,
      fibreSize: 0,
      mottle: 0,
      ghost: 0,
      smudge: 0,
    },
    lines: null,
    cell: null,
    table: null,
    light: null,
    camera: null,
    threshold: null,
    isGray: false,
    transparency: isSticker ? "ground" : "none",
    isInverted: false,
    side,
    // JPEG knows no transparency.
    jpeg: !isSticker && happens(random, 0.25)
      ? Math.round(between(random, 50, 95))
      : null,
  };
}

function canvasSide(random: Random): number {
  const range = pickWeighted(random, [
    { from: 100, to: 200, weight: 2 },
    { from: 200, to: 400, weight: 5 },
    { from: 400, to: 800, weight: 1 },
  ], ({ weight }) => weight);
  return wholeBetween(random, range.from, range.to);
}

/** Pixels; small brushes are as common as large ones. */
function drawBrush(random: Random): number {
  return Math.exp(between(random, 0, Math.log(40)));
}

function drawColors(random: Random): { paper: Rgb; pen: Rgb } {
  if (happens(random, 0.6)) {
    return happens(random, 0.6)
      ? { paper: WHITE, pen: BLACK }
      : { paper: BLACK, pen: WHITE };
  }
  return happens(random, 0.65)
    ? {
      paper: happens(random, 0.6) ? WHITE : pick(random, LIGHT),
      pen: pick(random, DARK.slice(0, 1).concat(DARK)),
    }
    : { paper: pick(random, DARK), pen: pick(random, LIGHT.slice(0, 2)) };
}
