/**
 * What the way from paper to 28x28 leaves of a digit that was not written for a data set: blur of
 * low resolution, hard edges of a threshold, pale ink, gaps, remains of ruled lines, salt, an edge
 * cut off.
 */

import { PIXELS, SIDE } from "./mnist.ts";
import type { Random } from "./random.ts";

/** Chance of each at strength 1; most digits have none. */
const BLUR_CHANCE = 0.08;
const THRESHOLD_CHANCE = 0.06;
const GAMMA_CHANCE = 0.1;
const GAP_CHANCE = 0.05;
const LINE_CHANCE = 0.04;
const SALT_CHANCE = 0.05;
const CROP_CHANCE = 0.04;

/** Pixels of salt at most. */
const MOST_SALT = 5;
/** Width of a gap, pixels: wider ones leave two pieces that a person joins, but guesses. */
const GAP = 1.6;

const scratch = new Float32Array(PIXELS);

/** @param image 28x28, 0..1, changed in place */
export function degrade(
  image: Float32Array,
  random: Random,
  strength: number,
): void {
  const happens = (chance: number) => random.uniform() < chance * strength;
  if (happens(GAP_CHANCE)) breakStroke(image, random);
  if (happens(CROP_CHANCE)) crop(image, random);
  if (happens(LINE_CHANCE)) addLine(image, random);
  if (happens(SALT_CHANCE)) addSalt(image, random);
  if (happens(BLUR_CHANCE)) blur(image, random.uniform());
  if (happens(THRESHOLD_CHANCE)) threshold(image, random);
  if (happens(GAMMA_CHANCE)) bend(image, Math.exp(random.normal() * 0.4));
}

/** Rubs out a narrow band across the digit, over part of its length. */
function breakStroke(image: Float32Array, random: Random): void {
  const angle = Math.PI * random.uniform();
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x0, y0] = [7 + 14 * random.uniform(), 7 + 14 * random.uniform()];
  const width = GAP * (0.4 + 0.6 * random.uniform());
  const reach = 3 + 4 * random.uniform();
  for (let i = 0; i < PIXELS; i++) {
    const x = i % SIDE - x0;
    const y = Math.floor(i / SIDE) - y0;
    if (Math.abs(x * cos + y * sin) > reach) continue;
    const distance = Math.abs(y * cos - x * sin);
    image[i]! *= Math.min(1, Math.max(0, distance - width / 2 + 0.5));
  }
}

/** Cuts a row or two off one side of the ink. */
function crop(image: Float32Array, random: Random): void {
  const rows = 1 + Math.floor(2 * random.uniform());
  const side = Math.floor(4 * random.uniform());
  const at = (line: number, along: number) => {
    const from = side < 2 ? line : SIDE - 1 - line;
    return side % 2 === 0 ? from * SIDE + along : along * SIDE + from;
  };
  for (let line = 0, cut = 0; line < SIDE && cut < rows; line++) {
    let inked = false;
    for (let along = 0; along < SIDE; along++) {
      if (image[at(line, along)]! > 0.3) inked = true;
    }
    for (let along = 0; along < SIDE; along++) image[at(line, along)] = 0;
    if (inked) cut++;
  }
}

/** A rest of a rule or of a form's frame: thin, straight, along the paper, pale or dark. */
function addLine(image: Float32Array, random: Random): void {
  const ink = 0.2 + 0.7 * random.uniform();
  const across = random.uniform() < 0.7;
  const position = 2 + 24 * random.uniform();
  const slope = 0.06 * random.normal();
  const from = Math.floor(SIDE * random.uniform() * 0.6);
  const to = from + 6 + Math.floor(16 * random.uniform());
  for (let along = from; along < Math.min(SIDE, to); along++) {
    const line = Math.round(position + slope * (along - SIDE / 2));
    if (line < 0 || line >= SIDE) continue;
    const i = across ? line * SIDE + along : along * SIDE + line;
    image[i] = Math.max(image[i]!, ink);
  }
}

function addSalt(image: Float32Array, random: Random): void {
  const count = 1 + Math.floor(MOST_SALT * random.uniform());
  for (let n = 0; n < count; n++) {
    const i = Math.floor(PIXELS * random.uniform());
    image[i] = Math.max(image[i]!, 0.3 + 0.7 * random.uniform());
  }
}

/** Blends with the 3x3 binomial of the image. */
function blur(image: Float32Array, weight: number): void {
  scratch.fill(0);
  for (let y = 1; y + 1 < SIDE; y++) {
    for (let x = 1; x + 1 < SIDE; x++) {
      const i = y * SIDE + x;
      const cross = image[i - 1]! + image[i + 1]! + image[i - SIDE]! +
        image[i + SIDE]!;
      const corners = image[i - SIDE - 1]! + image[i - SIDE + 1]! +
        image[i + SIDE - 1]! + image[i + SIDE + 1]!;
      scratch[i] = (4 * image[i]! + 2 * cross + corners) / 16;
    }
  }
  for (let i = 0; i < PIXELS; i++) {
    image[i]! += weight * (scratch[i]! - image[i]!);
  }
}

function threshold(image: Float32Array, random: Random): void {
  const level = 0.25 + 0.4 * random.uniform();
  for (let i = 0; i < PIXELS; i++) image[i] = image[i]! > level ? 1 : 0;
}

/** Makes soft edges fuller or thinner. */
function bend(image: Float32Array, gamma: number): void {
  for (let i = 0; i < PIXELS; i++) image[i] = image[i]! ** gamma;
}
