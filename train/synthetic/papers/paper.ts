import type { Random } from "../../random.ts";
import { softBlur } from "../photos/blur.ts";
import { grain, smoothField } from "../photos/noise.ts";
import { createRaster, type Raster, type Rgb } from "../photos/raster.ts";

/** What is written on: paper, a board, or a canvas on a screen. */
export interface Paper {
  readonly color: Rgb;
  /** Deviation of the fibres' brightness, levels of 255. */
  readonly fibre: number;
  /** Pixels of a fibre. */
  readonly fibreSize: number;
  /** Deviation of cloudy patches' brightness, levels of 255. */
  readonly mottle: number;
  /** Print of the other side showing through, levels of 255. */
  readonly ghost: number;
  /** Chalk that was wiped away, levels of 255. */
  readonly smudge: number;
}

/** Pixels of a cloudy patch, in parts of the shorter side. */
const MOTTLE_PERIOD = 0.15;

/** Wiped chalk is drawn out sideways by this. */
const WIPE_STRETCH = 5;

/** An empty sheet that fills the picture. */
export function drawPaper(
  random: Random,
  width: number,
  height: number,
  paper: Paper,
): Raster {
  const sheet = createRaster(width, height, paper.color);
  const shade = new Float32Array(width * height);
  if (paper.fibre > 0) {
    const fibres = grain(random, width, height);
    softBlur(fibres, width, height, paper.fibreSize);
    // Averaging n pixels leaves the deviation divided by the root of n.
    const gain = paper.fibre * (1 + 1.5 * paper.fibreSize);
    add(shade, fibres, gain);
  }
  const shorter = Math.min(width, height);
  if (paper.mottle > 0) {
    const period = Math.max(4, MOTTLE_PERIOD * shorter);
    add(shade, smoothField(random, width, height, period), 2 * paper.mottle);
  }
  if (paper.ghost > 0) add(shade, ghost(random, width, height), -paper.ghost);
  if (paper.smudge > 0) add(shade, wipes(random, width, height), paper.smudge);
  for (const plane of sheet.planes) {
    for (let i = 0; i < plane.length; i++) {
      plane[i] = Math.min(255, Math.max(0, plane[i]! + shade[i]!));
    }
  }
  return sheet;
}

function add(to: Float32Array, from: Float32Array, gain: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += gain * from[i]!;
}

/** Blurred rows of marks, as print seen from behind; 0..1. */
function ghost(random: Random, width: number, height: number): Float32Array {
  const letter = Math.max(3, Math.min(width, height) / 25);
  const marks = smoothField(random, width, height, letter);
  const phase = random.uniform();
  for (let y = 0; y < height; y++) {
    const isRow = (y / (3 * letter) + phase) % 1 < 0.45;
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      marks[i] = isRow && marks[i]! > 0.1 ? 1 : 0;
    }
  }
  softBlur(marks, width, height, letter / 2);
  return marks;
}

/** Streaky clouds, 0 and above. */
function wipes(random: Random, width: number, height: number): Float32Array {
  const period = Math.max(2, Math.min(width, height) / 14);
  const streaks = smoothField(
    random,
    Math.ceil(width / WIPE_STRETCH),
    height,
    period,
  );
  const clouds = smoothField(random, width, height, 4 * period);
  const narrow = Math.ceil(width / WIPE_STRETCH);
  return clouds.map((cloud, i) => {
    const x = i % width;
    const y = (i - x) / width;
    const streak = streaks[y * narrow + Math.floor(x / WIPE_STRETCH)]!;
    return Math.max(0, cloud + 0.4) * (1 + 0.5 * streak);
  });
}
