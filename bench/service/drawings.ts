import { encodePng } from "../../src/png.ts";
import { SIDE } from "../../train/mnist.ts";
import { Random } from "../../train/random.ts";
import { encodeJpeg } from "../../train/synthetic/photos/jpeg.ts";

/** Side of the picture that is sent for a drawing. */
const CANVAS_SIDE = 280;
const PHOTO = { width: 4000, height: 3000, digit: 1100, quality: 90 };
/** Grey levels that a sensor's noise moves a pixel by, at most. */
const NOISE = 12;
/** How soft the edge of a pen's stroke is: a fifth of MNIST's grey ramp. */
const EDGE = 5;

/** How much ink a digit has anywhere between its pixels, 0..1, as a pen would draw it. */
function inkAt(digit: Float32Array, x: number, y: number): number {
  const [left, top] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const [right, below] = [x - 0.5 - left, y - 0.5 - top];
  const at = (column: number, row: number) =>
    column < 0 || row < 0 || column >= SIDE || row >= SIDE
      ? 0
      : digit[row * SIDE + column]!;
  const upper = (1 - right) * at(left, top) + right * at(left + 1, top);
  const lower = (1 - right) * at(left, top + 1) + right * at(left + 1, top + 1);
  const value = (1 - below) * upper + below * lower;
  return Math.min(1, Math.max(0, 0.5 + EDGE * (value - 0.5)));
}

/** As the page's canvas sends it: black on white with soft edges, RGBA. */
export function canvasPng(digit: Float32Array): Uint8Array {
  const rgba = new Uint8Array(4 * CANVAS_SIDE ** 2).fill(255);
  const zoom = CANVAS_SIDE / SIDE;
  for (let i = 0; i < CANVAS_SIDE ** 2; i++) {
    const x = (i % CANVAS_SIDE + 0.5) / zoom;
    const y = (Math.floor(i / CANVAS_SIDE) + 0.5) / zoom;
    rgba.fill(255 - Math.round(255 * inkAt(digit, x, y)), 4 * i, 4 * i + 3);
  }
  return encodePng("rgba", CANVAS_SIDE, CANVAS_SIDE, rgba);
}

/**
 * As a phone takes it: 12 megapixels of noisy paper with a digit in the middle. It is lit almost
 * evenly, for the peer reads no other.
 */
export function photoJpeg(digit: Float32Array, seed: number): Uint8Array {
  const { width, height, digit: side, quality } = PHOTO;
  const random = new Random(seed, 0);
  const rgba = new Uint8Array(4 * width * height).fill(255);
  const [left, top] = [(width - side) / 2, (height - side) / 2];
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const light = 195 + 20 * x / width + 10 * y / height;
    const ink = inkAt(
      digit,
      (x - left) * SIDE / side,
      (y - top) * SIDE / side,
    );
    const noise = NOISE * (random.uniform() - random.uniform());
    const value = light * (1 - 0.8 * ink) + noise;
    rgba.fill(Math.min(255, Math.max(0, value)), 4 * i, 4 * i + 3);
  }
  return encodeJpeg({ width, height, rgba, scale: 1 }, quality);
}
