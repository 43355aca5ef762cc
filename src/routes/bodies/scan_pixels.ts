import { PIXELS } from "../../api/pixels.ts";

const HEAD = new TextEncoder().encode('{"pixels":');
const [SPACE, COMMA, POINT, ZERO, OPEN, CLOSE, END] = new TextEncoder()
  .encode(" ,.0[]}");

/** Those by which a number of doubles' precision can be divided exactly. */
const POWERS_OF_TEN = Array.from({ length: 23 }, (_, power) => 10 ** power);

/**
 * The pixels of a body that has them and nothing else, written as programs
 * write them, straight from its bytes: decoding, parsing and checking it takes
 * three times as long, and leaves 10 KB of garbage.
 *
 * Numbers are what `JSON.parse` makes of them, to float32's precision.
 *
 * @param body JSON.
 * @returns 28x28, row-major, 0..1; null where anything is written otherwise or
 *   is wrong, as `parseJsonPicture` tells.
 */
export function scanPixels(
  body: Uint8Array,
): Float32Array<ArrayBuffer> | null {
  for (let i = 0; i < HEAD.length; i++) if (body[i] !== HEAD[i]) return null;
  let at = HEAD.length;
  if (body[at] === SPACE) at++;
  if (body[at++] !== OPEN) return null;
  const pixels = new Float32Array(PIXELS);
  for (let i = 0; i < PIXELS; i++) {
    const start = at;
    let digits = 0;
    let point = 0;
    let value = 0;
    for (;; at++) {
      const digit = body[at]! - ZERO!;
      if (digit >= 0 && digit <= 9) {
        value = 10 * value + digit;
        digits++;
      } else if (body[at] === POINT && point === 0) point = digits;
      else break;
    }
    const decimals = point === 0 ? 0 : digits - point;
    value /= POWERS_OF_TEN[decimals] ?? NaN;
    // One digit before the point: none of 0..1 has more.
    const isNumber = point === 0 ? digits === 1 : point === 1 && decimals > 0;
    if (!isNumber || !(value <= 1) || body[start] === POINT) return null;
    pixels[i] = value;
    if (body[at++] !== (i < PIXELS - 1 ? COMMA : CLOSE)) return null;
    if (body[at] === SPACE) at++;
  }
  return body[at] === END && at === body.length - 1 ? pixels : null;
}
