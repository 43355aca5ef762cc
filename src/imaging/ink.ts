import { wholeBox } from "./boxes.ts";
import {
  type Contrast,
  countResiduals,
  measureContrast,
  MIN_CONTRAST,
  residualsFrom,
} from "./contrast.ts";
import { estimateLights } from "./estimate_light.ts";
import { grayPlanes } from "./gray.ts";
import {
  countLevels,
  type GrayLevels,
  paperLevel,
  quantile,
  shareNear,
} from "./gray_levels.ts";
import { isSmooth, type Light, removeLight } from "./light.ts";
import type { Plane } from "./morphology.ts";
import type { Box, Picture } from "./picture.ts";
import { newFloats } from "./planes.ts";
import { lastOther, nextOther } from "./runs.ts";

/** How much ink lies on each pixel; paper, shadow and polarity are gone. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  /** height x width, row-major, 0 = paper, 1 = full ink. */
  readonly data: Float32Array;
  /** All beside it is paper; where it is not told, ink may be anywhere. */
  readonly inked?: Box;
  /** Whether printed lines were found in it, and taken out. */
  readonly isRuled?: boolean;
}

/** Where to look for ink. */
export function inkedBox(ink: Ink): Box {
  return ink.inked ?? wholeBox(ink);
}

/** Ink as it was found in a picture. */
export interface FoundInk extends Ink {
  /** The unwritten sheet, reduced; null where paper has one level. */
  readonly paper: Plane | null;
}

/** Levels of gray, to either side, that are one level with a little noise. */
const SAME_LEVEL = 3;

/** Part of the border that has the level of even paper: a stroke may cross it. */
const EVEN_BORDER = 0.9;

/** The same where the picture is drawn in two exact levels. */
const EVEN_BORDER_OF_DRAWN = 0.6;

/** Levels of gray, to either side, that are one level in soft or noisy paper. */
const NEAR_LEVEL = 16;

/** Part of a picture that has the level of even paper. */
const EVEN_SHARE = 0.5;

/** Below this many pixels a side a picture may be a glyph and no more. */
const MIN_LIT_SIDE = 40;

/** Least part of a drawing on a screen that has one of its two exact levels. */
const EXACT_SHARE = 0.5;

/** Least part that has each of them. */
const EXACT_EACH = 0.03;

/** Part of the pixels beyond which levels are extreme in a close crop. */
const EXTREME_SHARE = 0.005;

/**
 * Finds the ink of a picture, dark on light or light on dark, by its contrast
 * to the paper around it. Where nothing stands out from the paper there is no
 * ink at all.
 *
 * Black and white come out as drawn: a white digit on black has the ink
 * value / 255, and so has its negative.
 *
 * @param window What is wider than twice this part of the shorter side is taken
 * for shadow, on paper that is not even; null to choose it by the picture.
 * @param planes Gray planes of the picture: the first one that shows ink counts.
 * @returns As a rule one; where a close crop does not tell ink from paper, both
 * readings of it, the likelier first.
 */
export function findInks(
  picture: Picture,
  window: number | null = null,
  planes: Iterable<Uint8Array> = grayPlanes(picture),
): readonly FoundInk[] {
  const { width, height } = picture;
  for (const data of planes) {
    const inks = inksOf({ width, height, data }, window);
    if (inks.length > 0) return inks;
  }
  return [{
    width,
    height,
    data: new Float32Array(width * height),
    paper: null,
  }];
}

/** The likeliest ink of a picture. */
export function findInk(picture: Picture): Ink {
  return findInks(picture)[0]!;
}

function inksOf(plane: Plane, window: number | null): readonly FoundInk[] {
  const levels = countLevels(plane);
  const level = paperLevel(levels);
  if (isEven(levels, level)) return evenInk(plane, levels, level);
  if (isDrawnCrop(levels, level)) return closeCropInks(plane, levels, level);
  const lights = estimateLights(plane, window);
  const lit = lights.flatMap((light) => litInk(plane, light));
  const isSmall = Math.min(plane.width, plane.height) < MIN_LIT_SIDE;
  if (!isSmall) return lit;
  if (isSmooth(lights[0]!.paper)) return lit;
  return [...closeCropInks(plane, levels, level), ...lit];
}

/** Whether one level is the paper of the whole picture. */
function isEven(levels: GrayLevels, level: number): boolean {
  const { all, border } = levels;
  const least = isDrawn(levels) ? EVEN_BORDER_OF_DRAWN : EVEN_BORDER;
  return shareNear(border, level, SAME_LEVEL) >= least &&
    shareNear(all, level, NEAR_LEVEL) >= EVEN_SHARE;
}

/**
 * Whether a picture that is not even is a glyph in two exact levels cut out
 * closely, and no sheet in an even frame.
 */
function isDrawnCrop(levels: GrayLevels, level: number): boolean {
  return shareNear(levels.border, level, SAME_LEVEL) < EVEN_BORDER &&
    isDrawn(levels);
}

/** Whether the picture has two exact levels, its darkest and its lightest. */
function isDrawn({ all }: GrayLevels): boolean {
  const [darkest, lightest] = extremes(all);
  const [dark, light] = [darkest, lightest].map((level) =>
    Math.max(...[-1, 0, 1].map((d) => shareNear(all, level + d, 1)))
  );
  return Math.min(dark!, light!) >= EXACT_EACH && dark! + light! >= EXACT_SHARE;
}

/** The ink on paper of one level; none where nothing stands out. */
function evenInk(
  plane: Plane,
  { all }: GrayLevels,
  level: number,
): readonly FoundInk[] {
  const contrast = measureContrast(residualsFrom(all, level));
  if (!contrast) return [];
  const { width, height, data } = plane;
  const inked = boxBeside(plane, level);
  const inkOf = inkTable(contrast).subarray(255 - level);
  const ink = newFloats(data.length);
  const { x, y, width: wide, height: high } = inked;
  for (let row = y; row < y + high; row++) {
    const end = row * width + x + wide;
    for (let i = row * width + x; i < end; i++) ink[i] = inkOf[data[i]!]!;
  }
  return [{ width, height, data: ink, inked, paper: null }];
}

/** The smallest box around all that differs from a level. */
function boxBeside({ width, height, data }: Plane, level: number): Box {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    const [start, end] = [y * width, (y + 1) * width];
    const from = nextOther(data, start, end, level);
    if (from === end) continue;
    left = Math.min(left, from - start);
    right = Math.max(right, lastOther(data, start, end, level) + 1 - start);
    top = Math.min(top, y);
    bottom = y + 1;
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The ink on unevenly lit paper; none where nothing stands out. */
function litInk(plane: Plane, light: Light): readonly FoundInk[] {
  const { width, height } = plane;
  const residual = removeLight(plane, light);
  const contrast = measureContrast(countResiduals(residual), light.polarity);
  if (!contrast) return [];
  const inkOf = inkTable(contrast);
  const data = newFloats(residual.length);
  for (let i = 0; i < data.length; i++) data[i] = inkOf[residual[i]! + 255]!;
  return [{ width, height, data, paper: light.paper }];
}

/** The ink for each difference from the paper, from -255 to 255. */
function inkTable({ polarity, floor, full }: Contrast): Float32Array {
  const table = new Float32Array(511);
  for (let i = 0; i < table.length; i++) {
    const contrast = polarity * (i - 255);
    table[i] = Math.min(1, Math.max(0, (contrast - floor) / (full - floor)));
  }
  return table;
}

/** Both readings of a glyph that fills its picture: dark ink and light ink. */
function closeCropInks(
  { width, height, data }: Plane,
  { all }: GrayLevels,
  paper: number,
): readonly FoundInk[] {
  const [darkest, lightest] = extremes(all);
  const range = lightest - darkest;
  if (range < MIN_CONTRAST) return [];
  const light = new Float32Array(data.length);
  const dark = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) {
    light[i] = Math.min(1, Math.max(0, (data[i]! - darkest) / range));
    dark[i] = 1 - light[i]!;
  }
  const isPaperLight = paper - darkest > lightest - paper;
  return (isPaperLight ? [dark, light] : [light, dark])
    .map((ink) => ({ width, height, data: ink, paper: null }));
}

function extremes(counts: Float64Array): [darkest: number, lightest: number] {
  return [quantile(counts, EXTREME_SHARE), quantile(counts, 1 - EXTREME_SHARE)];
}
