import type { Picture } from "../../src/imaging/picture.ts";
import { encodePng } from "../../src/png.ts";
import { Random } from "../random.ts";
import { pickWeighted } from "./chance.ts";
import { NO_INK, takePicture } from "./photos/photo.ts";
import { drawConditions } from "./photos/conditions.ts";
import type { Kind } from "./photos/kinds.ts";
import { encodeJpeg } from "./photos/jpeg.ts";
import type { Stock } from "./photos/stock.ts";
import {
  fromContinentalStrokes,
  fromNonDigits,
  fromStrokes,
  mixed,
  type Source,
} from "./set_sources.ts";

/** What sets are made from: their own for steering and for judging. */
export interface Material {
  readonly mnist: Source;
  /** Digits and letters of fonts. */
  readonly digits: Source;
  readonly letters: Source;
  readonly stock: Stock;
  readonly seed: number;
}

/** A file of a set. */
export interface Sample {
  readonly extension: "png" | "jpg";
  readonly bytes: Uint8Array;
  readonly label: string;
  /** The family of pictures it is of. */
  readonly kind: string;
}

interface SetPlan {
  readonly kinds: Partial<Record<Kind, number>>;
  readonly source: (material: Material) => Source;
}

const NOTHING: Source = () => ({ ink: NO_INK, label: "" });

const handwriting = ({ mnist }: Material) =>
  mixed({ source: mnist, weight: 3 }, { source: fromStrokes, weight: 1 });

const EVERYWHERE = { photo: 3, scan: 3, paint: 2, thresholded: 1, ruled: 1 };

const PLANS = {
  photos: { kinds: { photo: 4, board: 1 }, source: handwriting },
  scans: { kinds: { scan: 1 }, source: handwriting },
  "ruled-grid": { kinds: { ruled: 1 }, source: handwriting },
  shadows: { kinds: { shadow: 1 }, source: handwriting },
  paint: { kinds: { paint: 1 }, source: handwriting },
  strokes: {
    kinds: { tablet: 1 },
    source: ({ mnist }) =>
      mixed({ source: mnist, weight: 1 }, { source: fromStrokes, weight: 1 }),
  },
  thresholded: { kinds: { thresholded: 1 }, source: handwriting },
  "form-cells": { kinds: { cell: 1 }, source: handwriting },
  bitmaps16: { kinds: { bitmap16: 1 }, source: ({ mnist }) => mnist },
  bitmaps32: { kinds: { bitmap32: 1 }, source: ({ mnist }) => mnist },
  continental: { kinds: EVERYWHERE, source: () => fromContinentalStrokes },
  printed: { kinds: EVERYWHERE, source: ({ digits }) => digits },
  "non-digits": {
    kinds: EVERYWHERE,
    source: ({ letters }) =>
      mixed(
        { source: fromNonDigits, weight: 3 },
        { source: letters, weight: 1 },
      ),
  },
  blank: {
    kinds: {
      photo: 2,
      board: 1,
      scan: 1,
      ruled: 2,
      shadow: 2,
      cell: 1,
      paint: 1,
    },
    source: () => NOTHING,
  },
} as const satisfies Record<string, SetPlan>;

export type SetName = keyof typeof PLANS;

export const SET_NAMES = Object.keys(PLANS) as readonly SetName[];

/** Streams of random numbers of a set, far enough from those of the others. */
const STREAMS = 1 << 20;

/** Makes the `index`-th picture of a set; the same for the same material. */
export function makeSample(
  name: SetName,
  material: Material,
  index: number,
): Sample {
  const plan: SetPlan = PLANS[name];
  const set = SET_NAMES.indexOf(name);
  const random = new Random(material.seed, set * STREAMS + index);
  const { ink, label } = plan.source(material)(random, index);
  const kinds = Object.entries(plan.kinds) as [Kind, number][];
  const [kind] = pickWeighted(random, kinds, ([, weight]) => weight);
  const conditions = drawConditions(random, kind, material.stock);
  const picture = takePicture(ink, random, conditions);
  return { ...encodePicture(picture, conditions.jpeg), label, kind };
}

/** @param jpeg Quality 1..100; null for a file without loss. */
export function encodePicture(
  picture: Picture,
  jpeg: number | null,
): Pick<Sample, "bytes" | "extension"> {
  const { width, height, rgba } = picture;
  return jpeg === null
    ? {
      extension: "png",
      bytes: encodePng("rgba", width, height, rgba),
    }
    : { extension: "jpg", bytes: encodeJpeg(picture, jpeg) };
}
