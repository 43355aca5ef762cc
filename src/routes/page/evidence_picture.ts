import type { Drawing } from "./pieces_picture.ts";

type Color = readonly [red: number, green: number, blue: number];

/** Told apart by those who tell red from green hardly; the page's legend has them too. */
const FOR: Color = [36, 71, 184];
const AGAINST: Color = [204, 78, 18];
const NEUTRAL: Color = [178, 178, 180];
/** Paper at each edge that is not shown, in pixels: MNIST leaves four around its digits. */
const MARGIN = 3;
/** Log-odds below which the largest of a picture is not stretched to full colour: small doubts stay pale. */
const LEAST_SCALE = 1;

/**
 * Colours ink by what it adds to the answer: blue speaks for it, red against
 * it, grey makes no difference. Paper is transparent.
 *
 * @param side Of the square image, in pixels.
 * @param pixels 1 = ink.
 * @param evidence Log-odds of each pixel.
 */
export function drawEvidence(
  side: number,
  pixels: Float32Array,
  evidence: Float64Array,
): Drawing {
  const margin = marginOf(side, pixels);
  const shown = side - 2 * margin;
  const rgba = new Uint8Array(4 * shown * shown);
  const scale = evidence.reduce(
    (most, value) => Math.max(most, Math.abs(value)),
    LEAST_SCALE,
  );
  for (let y = 0; y < shown; y++) {
    for (let x = 0; x < shown; x++) {
      const from = (margin + y) * side + margin + x;
      const color = colorOf(evidence[from]! / scale);
      const opacity = Math.round(255 * pixels[from]!);
      rgba.set([...color, opacity], 4 * (y * shown + x));
    }
  }
  return { width: shown, height: shown, rgba };
}

/** @param share -1..1, of the largest evidence. */
function colorOf(share: number): Color {
  const strength = Math.abs(share);
  const hue = share > 0 ? FOR : AGAINST;
  const mixed = (i: 0 | 1 | 2) =>
    Math.round(NEUTRAL[i] + strength * (hue[i] - NEUTRAL[i]));
  return [mixed(0), mixed(1), mixed(2)];
}

/** What can go at every edge without taking ink away. */
function marginOf(side: number, pixels: Float32Array): number {
  let margin = MARGIN;
  for (let at = 0; at < pixels.length; at++) {
    if (pixels[at] === 0) continue;
    const [x, y] = [at % side, Math.floor(at / side)];
    margin = Math.min(margin, x, y, side - 1 - x, side - 1 - y);
  }
  return margin;
}
