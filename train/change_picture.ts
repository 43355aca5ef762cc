import type { Picture } from "../src/imaging/picture.ts";
import { resample } from "../src/imaging/resample.ts";
import type { Random } from "./random.ts";

/** Changes that leave a digit what it is, so that its reading must stay. */
export const CHANGES = {
  inverted: ({ picture }) => invert(picture),
  moved: ({ picture, random }) => onLargerPaper(picture, random),
  "half as large": ({ picture }) => scaled(picture, 0.5),
  "twice as large": ({ picture }) => scaled(picture, 2),
  "four times as large": ({ picture }) => scaled(picture, 4),
  "any size": ({ picture, random }) =>
    scaled(picture, 0.5 * 8 ** random.uniform()),
  "on noise": ({ picture, random }) => addNoise(picture, random),
  recoloured: ({ picture, random }) => recolor(picture, random),
} as const satisfies Record<
  string,
  (input: { picture: Picture; random: Random }) => Picture
>;

export type ChangeName = keyof typeof CHANGES;

export const CHANGE_NAMES = Object.keys(CHANGES) as readonly ChangeName[];

/** Deviation of the noise, in levels of 255: that of a photo in poor light. */
const NOISE = 8;

/** Least difference of luma between the two colours of a recoloured picture. */
const LEAST_DIFFERENCE = 90;

/** Paper is added up to this many times the side. */
const MOST_PAPER = 2;

/** White paper around a picture of black ink, more on some sides. */
function onLargerPaper(picture: Picture, random: Random): Picture {
  const border = () =>
    Math.round(random.uniform() * MOST_PAPER * picture.width / 2);
  const [left, top, right, bottom] = [border(), border(), border(), border()];
  const width = picture.width + left + right;
  const height = picture.height + top + bottom;
  const rgba = new Uint8Array(4 * width * height).fill(255);
  for (let y = 0; y < picture.height; y++) {
    const row = picture.rgba.subarray(
      4 * y * picture.width,
      4 * (y + 1) * picture.width,
    );
    rgba.set(row, 4 * ((y + top) * width + left));
  }
  return { ...picture, width, height, rgba };
}

function invert(picture: Picture): Picture {
  return mapColors(picture, (value) => 255 - value);
}

function scaled(picture: Picture, factor: number): Picture {
  const width = Math.max(1, Math.round(picture.width * factor));
  const height = Math.max(1, Math.round(picture.height * factor));
  const rgba = new Uint8Array(4 * width * height);
  for (let channel = 0; channel < 4; channel++) {
    const plane = Float32Array.from(
      { length: picture.width * picture.height },
      (_, i) => picture.rgba[4 * i + channel]!,
    );
    resample(plane, picture.width, picture.height, width, height)
      .forEach((value, i) => rgba[4 * i + channel] = Math.round(value));
  }
  return { ...picture, width, height, rgba };
}

function addNoise(picture: Picture, random: Random): Picture {
  return mapColors(
    picture,
    (value) =>
      Math.min(255, Math.max(0, Math.round(value + NOISE * random.normal()))),
  );
}

/** Ink and paper get two colours far enough apart, either the lighter. */
function recolor(picture: Picture, random: Random): Picture {
  const color = () => Array.from({ length: 3 }, () => 255 * random.uniform());
  let [ink, paper] = [color(), color()];
  while (Math.abs(luma(ink) - luma(paper)) < LEAST_DIFFERENCE) {
    [ink, paper] = [color(), color()];
  }
  return mapColors(picture, (value, channel) => {
    const light = value / 255;
    return Math.round(paper[channel]! * light + ink[channel]! * (1 - light));
  });
}

/** ITU-R BT.709-6. */
function luma([red, green, blue]: readonly number[]): number {
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function mapColors(
  picture: Picture,
  change: (value: number, channel: number) => number,
): Picture {
  const rgba = picture.rgba.map((value, i) =>
    i % 4 === 3 ? value : change(value, i % 4)
  );
  return { ...picture, rgba };
}
