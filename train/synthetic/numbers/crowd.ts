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
import { DOODLE_ALLOGRAPHS } from "../doodles.ts";
import { inkOf } from "../drawing.ts";
import type { FontGlyph } from "../fonts.ts";
import { write } from "../hand.ts";
import { LETTER_ALLOGRAPHS } from "../letters.ts";
import { toPicture } from "./picture.ts";
import { drawLines, randomPen } from "../pen.ts";
import { resample } from "../../../src/imaging/resample.ts";
import { softBlur } from "../photos/blur.ts";
import { grain, smoothField } from "../photos/noise.ts";
import {
  cover,
  createRaster,
  type Raster,
  type Rgb,
  smoothStep,
} from "../photos/raster.ts";
import { drawSheet } from "../photos/sheets.ts";
import { drawPaper } from "../papers/paper.ts";
import type { Stock } from "../photos/stock.ts";

/** What crowds are made from. */
export interface CrowdMaterial {
  /** Letters of fonts; without any, pages are written by hand. */
  readonly letters: readonly FontGlyph[];
  readonly stock: Stock;
}

type DrawCrowd = (random: Random, material: CrowdMaterial) => Raster;

/** Pictures full of things of which none is a digit. */
const CROWDS = {
  "written page": (random, { stock }) =>
    page(random, stock, handwriting(random)),
  "printed page": (random, { letters, stock }) =>
    page(
      random,
      stock,
      letters.length > 0 ? print(random, letters) : handwriting(random),
    ),
  doodles,
  face,
  noise,
  specks,
} as const satisfies Record<string, DrawCrowd>;

export type Crowd = keyof typeof CROWDS;

export const CROWD_NAMES = Object.keys(CROWDS) as readonly Crowd[];

/** Draws a picture without a digit that has far more ink than a number. */
export function drawCrowd(
  name: Crowd,
  random: Random,
  material: CrowdMaterial,
): Picture {
  return toPicture(CROWDS[name](random, material));
}

/** Pixels of the shorter side. */
const SIDES = [300, 700] as const;

function drawSize(random: Random): [width: number, height: number] {
  const shorter = Math.round(between(random, ...SIDES));
  const longer = Math.round(shorter * between(random, 1, 1.4));
  return happens(random, 0.5) ? [shorter, longer] : [longer, shorter];
}

/** Gives the ink of the next letter, as high as asked for in pixels. */
type NextLetter = (random: Random, height: number) => Ink;

function handwriting(random: Random): NextLetter {
  const pen = { ...randomPen(random), width: between(random, 0.05, 0.12) };
  return (own, height) => {
    const { shape } = pickWeighted(
      own,
      LETTER_ALLOGRAPHS,
      ({ weight }) => weight,
    );
    return inkOf(drawLines(write(shape, own), pen, own), height);
  };
}

function print(random: Random, letters: readonly FontGlyph[]): NextLetter {
  const { family } = pick(random, letters);
  const own = letters.filter((glyph) =>
    glyph.family === family && /[A-Za-z]/.test(glyph.character)
  );
  return (random, height) => {
    const { ink } = pick(random, own);
    const longer = Math.max(ink.width, ink.height);
    const width = Math.max(1, Math.round(ink.width * height / longer));
    const high = Math.max(1, Math.round(ink.height * height / longer));
    const data = resample(ink.data, ink.width, ink.height, width, high);
    return { width, height: high, data };
  };
}

/** Rows of words. */
function page(random: Random, stock: Stock, next: NextLetter): Raster {
  const [width, height] = drawSize(random);
  const paper = drawSheet(random, false, stock);
  const raster = drawPaper(random, width, height, paper);
  const letter = wholeBetween(random, 10, 30);
  const margin = Math.round(letter * between(random, 1, 3));
  const spacing = letter * between(random, 1.5, 2.4);
  const text = new Float32Array(width * height);
  for (let y = margin + letter; y < height - margin; y += spacing) {
    let x = margin;
    let left = wholeBetween(random, 2, 9);
    for (;;) {
      const size = Math.round(letter * between(random, 0.7, 1.05));
      const ink = next(random, size);
      if (x + ink.width >= width - margin) break;
      stamp(text, width, height, ink, x, Math.round(y) - ink.height);
      x += ink.width + Math.max(1, Math.round(letter * 0.15));
      if (--left > 0) continue;
      left = wholeBetween(random, 2, 9);
      x += Math.round(letter * between(random, 0.5, 0.9));
    }
  }
  cover(raster, text, pick(random, stock.ballpoints));
  return raster;
}

function stamp(
  plane: Float32Array,
  width: number,
  height: number,
  ink: Ink,
  left: number,
  top: number,
): void {
  for (let y = Math.max(0, -top); y < ink.height && y + top < height; y++) {
    for (let x = Math.max(0, -left); x < ink.width && x + left < width; x++) {
      const i = (y + top) * width + x + left;
      plane[i] = Math.max(plane[i]!, ink.data[y * ink.width + x]!);
    }
  }
}

/** A sheet full of doodled faces and things. */
function doodles(random: Random, { stock }: CrowdMaterial): Raster {
  const [width, height] = drawSize(random);
  const raster = drawPaper(
    random,
    width,
    height,
    drawSheet(random, false, stock),
  );
  const drawn = new Float32Array(width * height);
  const cell = Math.round(Math.min(width, height) / wholeBetween(random, 2, 6));
  const faces = DOODLE_ALLOGRAPHS.filter(({ style }) => style === "face");
  const pen = { ...randomPen(random), width: between(random, 0.02, 0.05) };
  for (let y = 0; y + cell <= height; y += cell) {
    for (let x = 0; x + cell <= width; x += cell) {
      const isFace = happens(random, 0.5);
      const { shape } = pick(random, isFace ? faces : DOODLE_ALLOGRAPHS);
      const size = Math.round(cell * between(random, 0.6, 0.9));
      const ink = inkOf(drawLines(write(shape, random), pen, random), size);
      stamp(drawn, width, height, ink, x + 2, y + 2);
    }
  }
  cover(raster, drawn, pick(random, stock.felts));
  return raster;
}

const SKINS: readonly Rgb[] = [
  [236, 200, 176],
  [205, 160, 128],
  [150, 106, 78],
  [96, 66, 50],
];
const HAIRS: readonly Rgb[] = [[30, 24, 22], [84, 56, 36], [180, 140, 80], [
  150,
  148,
  146,
]];

/** A soft likeness of a photo of a face before a wall. */
function face(random: Random): Raster {
  const [width, height] = drawSize(random);
  const wall = between(random, 60, 230);
  const raster = createRaster(width, height, [wall, wall, wall + 6]);
  const skin = pick(random, SKINS);
  const hair = pick(random, HAIRS);
  const dark: Rgb = [40, 28, 28];
  const size = Math.min(width, height) * between(random, 0.3, 0.42);
  const x = width / 2 + spread(random, 0.05 * width);
  const y = height / 2 + spread(random, 0.04 * height);
  const shade = skin.map((level) => 0.75 * level) as unknown as Rgb;
  const spot = (
    color: Rgb,
    [dx, dy, rx, ry]: readonly [number, number, number, number],
    softness = 0.1,
  ) =>
    cover(
      raster,
      ellipse(width, height, {
        x: x + dx * size,
        y: y + dy * size,
        radiusX: rx * size,
        radiusY: ry * size,
        softness,
      }),
      color,
    );
  spot([70, 80, 120], [0, 2, 1.5, 0.9]);
  spot(hair, [0, -0.25, 0.9, 1.05]);
  spot(skin, [0, 0.8, 0.35, 0.6]);
  spot(skin, [0, 0.05, 0.72, 0.95]);
  for (const side of [-0.3, 0.3]) {
    spot([236, 232, 228], [side, -0.1, 0.14, 0.07], 0.2);
    spot(dark, [side, -0.1, 0.06, 0.065], 0.2);
    spot(hair, [side, -0.27, 0.18, 0.035], 0.4);
  }
  spot(shade, [0.03, 0.2, 0.09, 0.2], 0.8);
  spot([150, 70, 70], [0, 0.52, 0.24, 0.06], 0.3);
  const light = smoothField(random, width, height, size);
  const noise = grain(random, width, height);
  for (const plane of raster.planes) {
    for (let i = 0; i < plane.length; i++) {
      plane[i] = plane[i]! * (1 + 0.15 * light[i]!) + 4 * noise[i]!;
    }
  }
  return raster;
}

/** How far an ellipse covers each pixel; `softness` is a part of its radius. */
function ellipse(
  width: number,
  height: number,
  { x, y, radiusX, radiusY, softness }: {
    readonly x: number;
    readonly y: number;
    readonly radiusX: number;
    readonly radiusY: number;
    readonly softness: number;
  },
): Float32Array {
  const plane = new Float32Array(width * height);
  for (let i = 0; i < plane.length; i++) {
    const dx = (i % width - x) / radiusX;
    const dy = (Math.floor(i / width) - y) / radiusY;
    const away = Math.hypot(dx, dy);
    plane[i] = 1 - smoothStep(1 - softness, 1 + softness, away);
  }
  return plane;
}

/** Nothing but noise, each pixel for itself or in blots. */
function noise(random: Random): Raster {
  const [width, height] = drawSize(random);
  const raster = createRaster(width, height, [128, 128, 128]);
  const isGray = happens(random, 0.5);
  const isExact = happens(random, 0.3);
  const size = happens(random, 0.5) ? 0 : between(random, 0.5, 4);
  const depth = between(random, 10, 120) * (1 + 1.5 * size);
  const draw = () => {
    const plane = grain(random, width, height);
    if (size > 0) softBlur(plane, width, height, size);
    return plane;
  };
  const shared = draw();
  for (const plane of raster.planes) {
    const own = isGray ? shared : draw();
    for (let i = 0; i < plane.length; i++) {
      plane[i] = isExact ? (own[i]! > 0 ? 255 : 0) : 128 + depth * own[i]!;
    }
  }
  return raster;
}

/** Specks on a sheet, as of dirt or of a sprayed pen. */
const SPECKS = 500;

function specks(random: Random, { stock }: CrowdMaterial): Raster {
  const [width, height] = drawSize(random);
  const raster = drawPaper(
    random,
    width,
    height,
    drawSheet(random, false, stock),
  );
  const drawn = new Float32Array(width * height);
  const largest = between(random, 1, 4);
  for (let i = 0; i < SPECKS; i++) {
    const radius = between(random, 0.6, largest);
    const x = random.uniform() * width;
    const y = random.uniform() * height;
    const reach = Math.ceil(radius) + 1;
    for (let row = -reach; row <= reach; row++) {
      for (let column = -reach; column <= reach; column++) {
        const [u, v] = [Math.floor(x) + column, Math.floor(y) + row];
        if (u < 0 || v < 0 || u >= width || v >= height) continue;
        const inside = radius + 0.5 - Math.hypot(u + 0.5 - x, v + 0.5 - y);
        const at = v * width + u;
        drawn[at] = Math.max(drawn[at]!, Math.min(1, Math.max(0, inside)));
      }
    }
  }
  cover(raster, drawn, pick(random, stock.ballpoints));
  return raster;
}
