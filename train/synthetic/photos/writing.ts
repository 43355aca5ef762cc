import type { Random } from "../../random.ts";
import { between, happens, pick, pickWeighted } from "../chance.ts";
import type { PhotoKind } from "./kinds.ts";
import type { Pen } from "./pen.ts";
import type { Stroke } from "./plate.ts";
import type { Rgb } from "./raster.ts";
import type { Stock } from "./stock.ts";

/** A pen and how it writes. */
export interface Writing {
  readonly stroke: Stroke;
  readonly pen: Pen;
}

/** Pixels below which a stroke is lost in the noise. */
const THINNEST = 1.5;

/** @param size Pixels of the digit. */
export function drawWriting(
  random: Random,
  kind: PhotoKind,
  size: number,
  stock: Stock,
): Writing {
  if (kind === "board") return chalk(random, size);
  const tools = [
    { write: ballpoint, weight: 5 },
    { write: pencil, weight: kind === "thresholded" ? 3 : 2 },
    { write: felt, weight: 4 },
    { write: marker, weight: 2 },
  ];
  return pickWeighted(random, tools, ({ weight }) => weight)
    .write(random, size, stock);
}

function ballpoint(random: Random, size: number, stock: Stock): Writing {
  return {
    stroke: line(random, size, 0.025, 0.06, 0.2),
    pen: {
      color: pick(random, stock.ballpoints),
      opacity: between(random, 0.6, 0.95),
      flow: between(random, 0, 0.5),
      grain: between(random, 0, 0.3),
      grainSize: 0.5,
    },
  };
}

function pencil(random: Random, size: number, _stock: Stock): Writing {
  const gray = between(random, 50, 95);
  const lead: Rgb = [gray, gray, gray + 4];
  return {
    stroke: line(random, size, 0.025, 0.07, 0.3),
    pen: {
      color: lead,
      opacity: between(random, 0.45, 0.85),
      flow: between(random, 0, 0.4),
      grain: between(random, 0.3, 0.7),
      grainSize: between(random, 0.4, 0.9),
    },
  };
}

function felt(random: Random, size: number, stock: Stock): Writing {
  return {
    stroke: line(random, size, 0.05, 0.1, 0.1),
    pen: {
      color: pick(random, stock.felts),
      opacity: between(random, 0.85, 1),
      flow: between(random, 0, 0.2),
      grain: 0,
      grainSize: 0,
    },
  };
}

function marker(random: Random, size: number, stock: Stock): Writing {
  return {
    stroke: line(random, size, 0.1, 0.18, 0.1),
    pen: {
      color: pick(random, stock.felts),
      opacity: between(random, 0.85, 1),
      flow: between(random, 0, 0.3),
      grain: 0,
      grainSize: 0,
    },
  };
}

function chalk(random: Random, size: number): Writing {
  const white: Rgb = [236, 236, 230];
  const colors: readonly Rgb[] = [white, white, [240, 226, 130], [
    236,
    170,
    180,
  ]];
  return {
    stroke: line(random, size, 0.05, 0.11, 0.25),
    pen: {
      color: pick(random, colors),
      opacity: between(random, 0.7, 0.95),
      flow: between(random, 0.1, 0.4),
      grain: between(random, 0.25, 0.6),
      grainSize: between(random, 0.5, 1),
    },
  };
}

/** Thick pens: half of the digits keep the stroke they were first written with. */
const KEPT_STROKES = 0.5;
const THICK = 0.09;

function line(
  random: Random,
  size: number,
  thinnest: number,
  thickest: number,
  pressure: number,
): Stroke {
  const thickness = between(random, thinnest, thickest);
  const isKept = thickest > THICK && happens(random, KEPT_STROKES);
  return {
    thickness: isKept ? null : Math.max(THINNEST / size, thickness),
    pressure: pressure * random.uniform(),
    edge: between(random, 1, 1.8),
  };
}
