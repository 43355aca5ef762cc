import type { Ink } from "../../../src/imaging/ink.ts";
import type { Picture } from "../../../src/imaging/picture.ts";
import type { Random } from "../../random.ts";
import {
  between,
  happens,
  pick,
  pickWeighted,
  spread,
  wholeBetween,
} from "../chance.ts";
import { toPicture } from "./picture.ts";
import { drawPaper } from "../papers/paper.ts";
import { lineCoverage } from "../papers/lines.ts";
import { exposeCamera } from "../photos/camera.ts";
import type { Scene } from "../photos/scene.ts";
import { applyLight } from "../photos/light.ts";
import { applyPen } from "../photos/pen.ts";
import { mapSheet, placePlate, type SheetMap } from "../photos/place.ts";
import { makePlate } from "../photos/plate.ts";
import { cover, type Rgb } from "../photos/raster.ts";

/** A pattern printed against forgers, in pixels of the picture. */
interface Pattern {
  readonly color: Rgb;
  /** Of full ink, 0..1. */
  readonly opacity: number;
  /** Of the ink at a point, 0..1. */
  readonly coverage: (x: number, y: number) => number;
}

/** Colours of security print: pale, so that writing on it can be read. */
const COLORS: readonly Rgb[] = [
  [120, 170, 210],
  [130, 190, 160],
  [210, 160, 180],
  [190, 170, 120],
  [170, 160, 210],
  [160, 165, 170],
];

/** What is kept for judging. */
const UNSEEN_COLORS: readonly Rgb[] = [
  [100, 180, 190],
  [220, 170, 130],
  [150, 180, 120],
  [190, 150, 200],
];

const OPACITY = [0.2, 0.7] as const;

/** Shares of cheques with a printed line under the amount, and a box around it. */
const RULED = 0.6;
const BOXED = 0.25;

/** Paper between writing and a printed frame, in heights of a digit. */
const FRAME_MARGIN = [-0.05, 0.35] as const;

/** What is printed on a cheque, beside its paper. */
export interface Cheque {
  readonly patterns: readonly Pattern[];
  readonly frame: {
    readonly color: Rgb;
    /** Pixels. */
    readonly width: number;
    readonly shape: "none" | "line" | "box";
    /** Paper between the lowest ink and the frame; below 0 it crosses ink. */
    readonly margin: number;
  };
}

/** @param height Pixels of a digit. */
export function drawCheque(
  random: Random,
  height: number,
  isUnseen: boolean,
): Cheque {
  const colors = isUnseen ? UNSEEN_COLORS : COLORS;
  const own = pick(random, colors);
  const kinds = [guilloche, waves, rosettes, screen];
  const patterns = Array.from({ length: wholeBetween(random, 1, 2) }, () => ({
    color: happens(random, 0.7) ? own : pick(random, colors),
    opacity: between(random, ...OPACITY),
    coverage: pick(random, kinds)(random, height),
  }));
  const shade = between(random, 30, 130);
  return {
    patterns,
    frame: {
      color: happens(random, 0.5) ? [shade, shade, shade] : own,
      width: between(random, 0.8, Math.max(1.2, 0.05 * height)),
      margin: height * between(random, ...FRAME_MARGIN),
      shape: pickWeighted(
        random,
        [
          { shape: "line", weight: RULED },
          { shape: "box", weight: BOXED },
          { shape: "none", weight: 1 - RULED - BOXED },
        ] as const,
        ({ weight }) => weight,
      ).shape,
    },
  };
}

type Coverage = Pattern["coverage"];

/** Bundles of sines whose phase shifts from line to line: braids. */
function guilloche(random: Random, height: number): Coverage {
  const spacing = height * between(random, 0.12, 0.35);
  const period = height * between(random, 0.8, 3);
  const depth = height * between(random, 0.15, 0.6);
  const width = between(random, 0.6, 1.3);
  const shift = between(random, 0.3, 1.2);
  return (x, y) => {
    let most = 0;
    for (const side of [1, -1]) {
      const turn = 2 * Math.PI * x / period;
      const bend = depth * Math.sin(side * turn);
      const near = Math.round((y - bend) / spacing);
      const phase = shift * near;
      const line = near * spacing + depth * Math.sin(side * turn + 0.2 * phase);
      most = Math.max(most, lineCoverage(y - line, width));
    }
    return most;
  };
}

/** Parallel waves. */
function waves(random: Random, height: number): Coverage {
  const spacing = height * between(random, 0.1, 0.3);
  const period = height * between(random, 0.5, 2.5);
  const depth = spacing * between(random, 0.2, 1.5);
  const width = between(random, 0.6, 1.6);
  const angle = spread(random, 0.5);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return (x, y) => {
    const along = cos * x + sin * y;
    const across = cos * y - sin * x +
      depth * Math.sin(2 * Math.PI * along / period);
    return lineCoverage(across - spacing * Math.round(across / spacing), width);
  };
}

/** Flowers of rings, side by side. */
function rosettes(random: Random, height: number): Coverage {
  const distance = height * between(random, 1.5, 3.5);
  const spacing = height * between(random, 0.1, 0.25);
  const petals = wholeBetween(random, 5, 14);
  const depth = spacing * between(random, 0.3, 1.5);
  const width = between(random, 0.6, 1.2);
  return (x, y) => {
    const dx = x - distance * Math.round(x / distance);
    const dy = y - distance * Math.round(y / distance);
    const radius = Math.hypot(dx, dy) +
      depth * Math.cos(petals * Math.atan2(dy, dx));
    return lineCoverage(radius - spacing * Math.round(radius / spacing), width);
  };
}

/** A screen of dots. */
function screen(random: Random, height: number): Coverage {
  const spacing = Math.max(4, height * between(random, 0.1, 0.22));
  const radius = spacing * between(random, 0.12, 0.25);
  return (x, y) => {
    const dx = x - spacing * Math.round(x / spacing);
    const row = Math.round(y / spacing);
    const dy = y - spacing * row;
    return Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(dx, dy)));
  };
}

/** How far a printed frame covers each pixel of the sheet. */
function printFrame(
  { width, height }: Ink,
  { frame }: Cheque,
  { u, v }: SheetMap,
): Float32Array {
  const right = width / 2 + Math.max(frame.width, frame.margin);
  const bottom = height / 2 + frame.margin;
  return u.map((x, i) => {
    const y = v[i]!;
    const isBeside = Math.abs(x) <= right;
    const isBetween = Math.abs(y) <= bottom;
    const line = lineCoverage(y - bottom, frame.width);
    if (frame.shape === "line") return line;
    if (frame.shape === "none") return 0;
    return Math.max(
      isBeside ? lineCoverage(Math.abs(y) - bottom, frame.width) : 0,
      isBetween ? lineCoverage(Math.abs(x) - right, frame.width) : 0,
    );
  });
}

/**
 * Takes a picture of an amount on a cheque.
 *
 * @param scene Of the amount on plain paper: its sheet, pen, light and camera.
 */
export function takeCheque(
  ink: Ink,
  random: Random,
  scene: Scene,
  cheque: Cheque,
): Picture {
  const { width, height, digit } = scene;
  const raster = drawPaper(random, width, height, scene.paper);
  const map = mapSheet(random, width, height, digit.x, digit.y, scene.pose);
  for (const { color, opacity, coverage } of cheque.patterns) {
    const print = map.u.map((x, i) => opacity * coverage(x, map.v[i]!));
    cover(raster, print, color);
  }
  cover(raster, printFrame(ink, cheque, map), cheque.frame.color);
  const strokes = placePlate(
    makePlate(ink, random, digit.size, scene.stroke),
    map,
  );
  applyPen(random, strokes, width, height, digit.size, scene.pen);
  cover(raster, strokes, scene.pen.color);
  if (scene.light) applyLight(random, raster, scene.light);
  if (scene.camera) exposeCamera(random, raster, scene.camera);
  return toPicture(raster, scene.isGray);
}
