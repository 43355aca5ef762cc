import type { Ink } from "../../../src/imaging/ink.ts";
import type { Picture } from "../../../src/imaging/picture.ts";
import { Random } from "../../random.ts";
import { between, pick, pickWeighted } from "../chance.ts";
import { composeNumber, type PlacedSign } from "./compose.ts";
import {
  type Canvas,
  drawCanvas,
  drawTabletCanvas,
  onCanvas,
} from "./canvas.ts";
import { drawCheque, takeCheque } from "./cheque.ts";
import { CROWD_NAMES, type CrowdMaterial, drawCrowd } from "./crowd.ts";
import type { Hands } from "./hand.ts";
import { drawLayout, drawThickness } from "./layout.ts";
import { drawNumberConditions, numberScene } from "./photo.ts";
import {
  column,
  digitsOf,
  drawAmount,
  drawDigits,
  drawSigned,
  type Size,
  spacedNumber,
  touchingNumber,
} from "./sources.ts";
import { strokeHands } from "./hands.ts";
import { takePicture } from "../photos/photo.ts";
import type { Kind } from "../photos/kinds.ts";
import { encodePicture, type Sample } from "../set_list.ts";

/** What sets of numbers are made from: their own for steering and for judging. */
export interface NumberMaterial extends CrowdMaterial {
  /** People who write. */
  readonly hands: Hands;
  /** People and fonts. */
  readonly handsAndFonts: Hands;
  readonly isUnseen: boolean;
  readonly seed: number;
}

/** A picture of numbers before it is a file. */
export interface NumberPicture {
  readonly picture: Picture;
  /** Digits, lines separated by `|`; empty where there is none. */
  readonly label: string;
  readonly kind: string;
  /** Quality 1..100; null for a file without loss. */
  readonly jpeg: number | null;
}

type Make = (random: Random, material: NumberMaterial) => NumberPicture;

const PLANS = {
  numbers: (random, { handsAndFonts }) =>
    onPlainCanvas(random, drawCanvas(random), (size) => {
      const text = drawDigits(random, 1, 8);
      return written(spacedNumber(text, handsAndFonts(random), random, size));
    }),
  touching: (random, { hands }) =>
    onPlainCanvas(
      random,
      drawCanvas(random),
      (size) => written(touchingNumber(hands(random), random, size)),
    ),
  lines: (random, { handsAndFonts }) => {
    const texts = Array.from({ length: 3 }, () => drawDigits(random, 1, 6));
    return onPlainCanvas(random, drawCanvas(random), (size) => {
      const { ink, lines } = column(texts, handsAndFonts(random), random, size);
      return { ink, label: lines.map(labelOf).join("|") };
    }, texts.length);
  },
  "numbers-photo": photographed,
  amounts: amount,
  "strings-strokes": (random) =>
    onPlainCanvas(random, drawTabletCanvas(random), ({ height }) => {
      const text = drawDigits(random, 2, 8);
      const thickness = between(random, ...TABLET_LINE);
      const hand = strokeHands(random);
      return written(spacedNumber(text, hand, random, { height, thickness }));
    }),
  crowd: (random, material) => {
    const name = pick(random, CROWD_NAMES);
    const picture = drawCrowd(name, random, material);
    return { picture, label: "", kind: name.replace(" ", "-"), jpeg: null };
  },
  signs: (random, { hands }) =>
    onPlainCanvas(random, drawCanvas(random), (size) => {
      const text = drawSigned(random);
      return written(spacedNumber(text, hands(random), random, size));
    }),
} as const satisfies Record<string, Make>;

export type NumberSetName = keyof typeof PLANS;

export const NUMBER_SET_NAMES = Object.keys(PLANS) as readonly NumberSetName[];

/** Pixels of the lines of a tablet. */
const TABLET_LINE = [1.2, 3.5] as const;

/** Ink and its label. */
interface WrittenNumber {
  readonly ink: Ink;
  readonly label: string;
}

function labelOf(signs: readonly PlacedSign[]): string {
  return digitsOf(signs.map(({ character }) => character).join(""));
}

function written(
  { ink, signs }: { readonly ink: Ink; readonly signs: readonly PlacedSign[] },
): WrittenNumber {
  return { ink, label: labelOf(signs) };
}

/** Heights of a digit, in parts of the canvas' height, and least in pixels. */
const DIGIT_SHARES = [0.3, 0.68] as const;
const SMALLEST_DIGIT = 22;

/** Paper above and below that writing leaves on its canvas, pixels. */
const LEAST_PAPER = 8;

/** How much smaller what did not fit is written again. */
const SMALLER = 0.8;

/** @param lines Among which the height of the canvas is divided. */
function onPlainCanvas(
  random: Random,
  canvas: Canvas,
  write: (size: Size) => WrittenNumber,
  lines = 1,
): NumberPicture {
  const share = between(random, ...DIGIT_SHARES);
  let height = Math.max(SMALLEST_DIGIT, share * canvas.height / lines);
  for (;;) {
    const thickness = drawThickness(random, height);
    const { ink, label } = write({ height, thickness });
    const fits = ink.height + LEAST_PAPER <= canvas.height;
    if (fits || height <= SMALLEST_DIGIT) {
      const picture = onCanvas(ink, random, canvas);
      return { picture, label, kind: "canvas", jpeg: null };
    }
    height = Math.max(SMALLEST_DIGIT, SMALLER * height);
  }
}

/** Conditions under which numbers are met, by how often. */
const PHOTO_KINDS = [
  { kind: "photo", weight: 4 },
  { kind: "scan", weight: 3 },
  { kind: "ruled", weight: 2 },
  { kind: "board", weight: 1 },
  { kind: "paint", weight: 2 },
  { kind: "tablet", weight: 2 },
] as const satisfies readonly { kind: Kind; weight: number }[];

function photographed(
  random: Random,
  { hands, stock }: NumberMaterial,
): NumberPicture {
  const { kind } = pickWeighted(random, PHOTO_KINDS, ({ weight }) => weight);
  const conditions = drawNumberConditions(random, kind, stock);
  const text = drawDigits(random, 1, 8);
  const { ink } = spacedNumber(text, hands(random), random, conditions);
  const scene = numberScene(ink, random, conditions);
  const picture = takePicture(ink, random, scene);
  return { picture, label: text, kind, jpeg: scene.jpeg };
}

/** Probability that two digits of an amount touch. */
const AMOUNT_CONTACTS = [0, 0.5] as const;

function amount(
  random: Random,
  { hands, stock, isUnseen }: NumberMaterial,
): NumberPicture {
  const kind = pick(random, ["scan", "scan", "photo"] as const);
  const conditions = drawNumberConditions(random, kind, stock);
  const { height, thickness } = conditions;
  const contact = between(random, ...AMOUNT_CONTACTS);
  const layout = drawLayout(random, height, thickness, contact);
  const text = drawAmount(random);
  const { ink } = composeNumber(text, hands(random), random, layout);
  const scene = numberScene(ink, random, conditions);
  const cheque = drawCheque(random, height, isUnseen);
  const picture = takeCheque(ink, random, scene, cheque);
  return { picture, label: digitsOf(text), kind, jpeg: scene.jpeg };
}

/** Streams of random numbers of a set, apart from those of sets of one digit. */
const STREAMS = 1 << 20;
const FIRST_SET = 256;

/** Makes the `index`-th picture of a set; the same for the same material. */
export function makeNumberPicture(
  name: NumberSetName,
  material: NumberMaterial,
  index: number,
): NumberPicture {
  const set = FIRST_SET + NUMBER_SET_NAMES.indexOf(name);
  const random = new Random(material.seed, set * STREAMS + index);
  return PLANS[name](random, material);
}

/** The same as a file. */
export function makeNumberSample(
  name: NumberSetName,
  material: NumberMaterial,
  index: number,
): Sample {
  const { picture, label, kind, jpeg } = makeNumberPicture(
    name,
    material,
    index,
  );
  return { ...encodePicture(picture, jpeg), label, kind };
}
