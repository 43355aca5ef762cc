/**
 * Distorts a 28x28 digit as other hands would write it: rotation, scale, shear, shift, an elastic
 * warp (Simard et al. 2003, here a 6x6 grid of random displacements joined by Catmull-Rom splines)
 * and a thinner or thicker stroke.
 */

import { PIXELS, SIDE } from "./mnist.ts";
import type { Random } from "./random.ts";

/** Largest changes at strength 1. */
const ROTATION = 0.26; // radians, 15 degrees
const SCALE = 0.16; // natural logarithm, 17%
const SHEAR = 0.25;
const SHIFT = 2.2; // pixels
const ELASTIC = 1.1; // pixels, deviation of one grid point
const STROKE_CHANCE = 0.15; // each for thinner and for thicker
const LARGEST_EROSION = 0.8; // a full erosion would break hairlines

const CENTRE = (SIDE - 1) / 2;
const GRID = 6;
/** The grid with one more point on each side, which the splines at the edge need. */
const EXTENDED = GRID + 2;
const splines = splineTable();

/** Paper around the source, so that sampling needs no bounds check of its own. */
const MARGIN = 2;
const PADDED = SIDE + 2 * MARGIN;

const padded = new Float32Array(PADDED * PADDED);
const gridX = new Float32Array(EXTENDED * EXTENDED);
const gridY = new Float32Array(EXTENDED * EXTENDED);
const rowX = new Float32Array(EXTENDED);
const rowY = new Float32Array(EXTENDED);
const scratch = new Float32Array(PIXELS);

/**
 * Writes a distorted copy of `source` to `out`.
 *
 * @param out 28x28, 0..1
 * @param source 28x28, 0..255
 * @param strength 0 leaves the image as it is
 */
export function augment(
  out: Float32Array,
  source: Uint8Array,
  random: Random,
  strength: number,
): void {
  // The square root makes strong distortions as common as their area in the space of distortions.
  const magnitude = strength * Math.sqrt(random.uniform());
  pad(source);
  drawGrid(gridX, random, ELASTIC * magnitude * random.uniform());
  drawGrid(gridY, random, ELASTIC * magnitude * random.uniform());
  warp(out, drawAffine(random, magnitude));
  changeStroke(out, random, strength);
}

/** Maps a pixel of the output to the source: x' = a x + b y + c, y' = d x + e y + f. */
type Affine = readonly [
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
];

function drawAffine(random: Random, magnitude: number): Affine {
  const angle = random.signed() * ROTATION * magnitude;
  const scaleX = Math.exp(random.signed() * SCALE * magnitude);
  const scaleY = Math.exp(random.signed() * SCALE * magnitude);
  const shear = random.signed() * SHEAR * magnitude;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [
    cos * scaleX,
    shear - sin * scaleX,
    random.signed() * SHIFT * magnitude,
    sin * scaleY,
    cos * scaleY,
    random.signed() * SHIFT * magnitude,
  ];
}

function pad(source: Uint8Array): void {
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      padded[(y + MARGIN) * PADDED + x + MARGIN] = source[y * SIDE + x]! / 255;
    }
  }
}

function drawGrid(grid: Float32Array, random: Random, deviation: number): void {
  for (let y = 1; y <= GRID; y++) {
    for (let x = 1; x <= GRID; x++) {
      grid[y * EXTENDED + x] = random.normal() * deviation;
    }
    grid[y * EXTENDED] = grid[y * EXTENDED + 1]!;
    grid[y * EXTENDED + GRID + 1] = grid[y * EXTENDED + GRID]!;
  }
  grid.copyWithin(0, EXTENDED, 2 * EXTENDED);
  grid.copyWithin(
    (GRID + 1) * EXTENDED,
    GRID * EXTENDED,
    (GRID + 1) * EXTENDED,
  );
}

function warp(out: Float32Array, [a, b, c, d, e, f]: Affine): void {
  for (let y = 0; y < SIDE; y++) {
    const { first, weights } = splines[y]!;
    blendRows(rowX, gridX, first, weights);
    blendRows(rowY, gridY, first, weights);
    const dy = y - CENTRE;
    for (let x = 0; x < SIDE; x++) {
      const dx = x - CENTRE;
      const sourceX = a * dx + b * dy + c + blend(rowX, splines[x]!) + CENTRE +
        MARGIN;
      const sourceY = d * dx + e * dy + f + blend(rowY, splines[x]!) + CENTRE +
        MARGIN;
      out[y * SIDE + x] = sample(sourceX, sourceY);
    }
  }
}

/** Bilinear; paper outside. */
function sample(x: number, y: number): number {
  if (!(x > 0 && y > 0 && x < PADDED - 1 && y < PADDED - 1)) return 0;
  const left = x | 0;
  const top = y | 0;
  const u = x - left;
  const v = y - top;
  const i = top * PADDED + left;
  const upper = padded[i]! + u * (padded[i + 1]! - padded[i]!);
  const lower = padded[i + PADDED]! +
    u * (padded[i + PADDED + 1]! - padded[i + PADDED]!);
  return upper + v * (lower - upper);
}

/** Blends the image with its 2x2 dilation (thicker) or erosion (thinner). */
function changeStroke(
  image: Float32Array,
  random: Random,
  strength: number,
): void {
  const chance = STROKE_CHANCE * strength;
  const draw = random.uniform();
  if (draw >= chance && draw <= 1 - chance) return;
  const thicker = draw < chance;
  const weight = random.uniform() * (thicker ? 1 : LARGEST_EROSION);
  const extreme = thicker ? Math.max : Math.min;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const i = y * SIDE + x;
      const right = x + 1 < SIDE ? image[i + 1]! : 0;
      const below = y + 1 < SIDE ? image[i + SIDE]! : 0;
      const diagonal = x + 1 < SIDE && y + 1 < SIDE ? image[i + SIDE + 1]! : 0;
      const extremum = extreme(image[i]!, right, below, diagonal);
      scratch[i] = image[i]! + weight * (extremum - image[i]!);
    }
  }
  image.set(scratch);
}

interface Spline {
  /** First of the four grid points that a pixel lies between. */
  readonly first: number;
  readonly weights: readonly [number, number, number, number];
}

/** Catmull-Rom weights of each pixel on the grid's axis. */
function splineTable(): Spline[] {
  return Array.from({ length: SIDE }, (_, pixel) => {
    const position = pixel / (SIDE - 1) * (GRID - 1);
    const first = Math.min(GRID - 2, Math.floor(position));
    const t = position - first;
    return {
      first,
      weights: [
        (-t + 2 * t * t - t ** 3) / 2,
        (2 - 5 * t * t + 3 * t ** 3) / 2,
        (t + 4 * t * t - 3 * t ** 3) / 2,
        (-t * t + t ** 3) / 2,
      ],
    };
  });
}

function blendRows(
  out: Float32Array,
  grid: Float32Array,
  first: number,
  weights: Spline["weights"],
): void {
  for (let x = 0; x < EXTENDED; x++) {
    const i = first * EXTENDED + x;
    out[x] = weights[0] * grid[i]! + weights[1] * grid[i + EXTENDED]! +
      weights[2] * grid[i + 2 * EXTENDED]! +
      weights[3] * grid[i + 3 * EXTENDED]!;
  }
}

function blend(row: Float32Array, { first, weights }: Spline): number {
  return weights[0] * row[first]! + weights[1] * row[first + 1]! +
    weights[2] * row[first + 2]! + weights[3] * row[first + 3]!;
}
