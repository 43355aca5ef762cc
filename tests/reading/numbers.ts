import type { Ink } from "../../src/imaging/ink.ts";
import { Random } from "../../train/random.ts";
import { between, pick, wholeBetween } from "../../train/synthetic/chance.ts";
import { drawCanvas, onCanvas } from "../../train/synthetic/numbers/canvas.ts";
import {
  type ComposedNumber,
  composeNumber,
  type Layout,
} from "../../train/synthetic/numbers/compose.ts";
import { strokeHands } from "../../train/synthetic/numbers/hands.ts";
import { drawLayout } from "../../train/synthetic/numbers/layout.ts";
import {
  column,
  digitsOf,
  drawDigits,
  type Size,
  spacedNumber,
  touchingNumber,
} from "../../train/synthetic/numbers/sources.ts";
import type { NumberPicture } from "./misread.ts";

/** A ball pen's line on a canvas of the page. */
const SIZE: Size = { height: 110, thickness: 8 };

type Write = (random: Random) => { readonly ink: Ink; readonly text: string };

const WRITERS = {
  spaced: (random) => {
    const text = drawDigits(random, 2, 8);
    const { ink } = spacedNumber(text, strokeHands(random), random, SIZE);
    return { ink, text };
  },
  strokes: (random) => {
    const count = wholeBetween(random, 2, 4);
    const text = Array.from({ length: count }, () => pick(random, [1, 1, 7]))
      .join("");
    const { ink } = spacedNumber(text, strokeHands(random), random, SIZE);
    return { ink, text };
  },
  apart: (random) => {
    const text = drawDigits(random, 2, 2);
    const gap = SIZE.height * between(random, 1, 8);
    const layout: Layout = {
      ...drawLayout(random, SIZE.height, SIZE.thickness),
      gap: [gap, gap],
      // So far apart it would make two lines of one.
      slope: 0,
    };
    const { ink } = composeNumber(text, strokeHands(random), random, layout);
    return { ink, text };
  },
  touching: (random) => {
    const { ink, signs } = touchingNumber(strokeHands(random), random, SIZE);
    return { ink, text: signs.map(({ character }) => character).join("") };
  },
  amount: (random) => {
    const written = `${drawDigits(random, 1, 3)},${drawDigits(random, 3, 3)}.-`;
    const { ink } = spacedNumber(written, strokeHands(random), random, SIZE);
    return { ink, text: digitsOf(written) };
  },
  date: (random) => {
    const year = wholeBetween(random, 1950, 2049);
    const written = `${wholeBetween(random, 1, 31)}/${
      wholeBetween(random, 1, 12)
    }/${year}`;
    const { ink } = spacedNumber(written, strokeHands(random), random, SIZE);
    return { ink, text: digitsOf(written) };
  },
  bracketed: (random) => {
    const written = `(${drawDigits(random, 2, 3)})${drawDigits(random, 2, 4)}`;
    const { ink } = spacedNumber(written, strokeHands(random), random, SIZE);
    return { ink, text: digitsOf(written) };
  },
  hashed: (random) => {
    const written = `#${drawDigits(random, 2, 5)}#`;
    const { ink } = spacedNumber(written, strokeHands(random), random, SIZE);
    return { ink, text: digitsOf(written) };
  },
  slashed: (random) => {
    const text = drawDigits(random, 2, 5);
    const { ink } = spacedNumber(text, strokeHands(random), random, SIZE);
    return { ink: betweenSlashes(ink, random), text };
  },
  boxed: (random) => {
    const text = drawDigits(random, 2, 6);
    const layout: Layout = {
      ...drawLayout(random, SIZE.height, SIZE.thickness),
      gap: [0.08 * SIZE.height, 0.2 * SIZE.height],
      contact: 0,
      slope: 0,
    };
    const hand = strokeHands(random);
    return { ink: inBoxes(composeNumber(text, hand, random, layout)), text };
  },
  column: (random) => {
    const lines = Array.from({ length: 3 }, () => drawDigits(random, 1, 5));
    const { ink } = column(lines, strokeHands(random), random, SIZE);
    return { ink, text: lines.join("\n") };
  },
  // From afar a 1, a 7 or an L.
  tower: (random) => {
    const [first, last] = pick(random, [[1, 1], [5, 1], [1, 5]] as const);
    const lines = [first, 1, 1, 1, 1, last]
      .map((length) => drawDigits(random, length, length));
    const { ink } = column(lines, strokeHands(random), random, SIZE);
    return { ink, text: lines.join("\n") };
  },
} as const satisfies Record<string, Write>;

/** Ink in the boxes of a form, a side between any two digits, on a sheet with room. */
function inBoxes({ ink, signs }: ComposedNumber): Ink {
  const room = SIZE.height;
  const [width, height] = [ink.width + 2 * room, ink.height + 2 * room];
  const clear = Math.round(0.06 * SIZE.height);
  const [top, bottom] = [room - clear, room + ink.height + clear];
  const sides = [
    room - clear,
    ...signs.slice(1).map(({ box }, i) => {
      const before = signs[i]!.box;
      return room + Math.round((before.x + before.width + box.x) / 2);
    }),
    room + ink.width + clear,
  ];
  const isNear = (a: number, b: number) => Math.abs(a - b) <= 1;
  const isSide = (x: number, y: number) =>
    y >= top && y <= bottom && x >= sides[0]! && x <= sides.at(-1)! &&
    (sides.some((side) => isNear(x, side)) || isNear(y, top) ||
      isNear(y, bottom));
  const data = Float32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const [inner, row] = [x - room, y - room];
    const isInk = inner >= 0 && inner < ink.width && row >= 0 &&
      row < ink.height;
    const value = isInk ? ink.data[row * ink.width + inner]! : 0;
    return isSide(x, y) ? 1 : value;
  });
  return { width, height, data };
}

/** Ink between two slashes on either side, higher and steeper than digits. */
function betweenSlashes(ink: Ink, random: Random): Ink {
  const height = Math.round(ink.height * between(random, 1.25, 1.5));
  const lean = between(random, 0.4, 0.5);
  const room = Math.round((lean + 0.8) * height);
  const width = ink.width + 2 * room;
  const top = (height - ink.height) >> 1;
  const middles = [0.3, 0.6].flatMap((part) => [
    part * room,
    width - part * room,
  ]);
  const data = Float32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const inner = { x: x - room, y: y - top };
    const isInner = inner.x >= 0 && inner.x < ink.width && inner.y >= 0 &&
      inner.y < ink.height;
    const away = Math.min(
      ...middles.map((middle) =>
        Math.abs(x - middle + lean * (y - height / 2))
      ),
    );
    const stroke = Math.min(1, Math.max(0, SIZE.thickness / 2 + 0.5 - away));
    return isInner
      ? Math.max(stroke, ink.data[inner.y * ink.width + inner.x]!)
      : stroke;
  });
  return { width, height, data };
}

/** Numbers by many hands, the same every time. */
export function drawNumbers(
  kind: keyof typeof WRITERS,
  count: number,
): NumberPicture[] {
  return Array.from({ length: count }, (_, index) => {
    const random = new Random(5, index);
    const { ink, text } = WRITERS[kind](random);
    return { picture: onCanvas(ink, random, drawCanvas(random)), text };
  });
}
