const [SPACE, COMMA, POINT, ZERO, OPEN, CLOSE] = new TextEncoder()
  .encode(" ,.0[]");

/** Those by which a number of doubles' precision can be divided exactly. */
const POWERS_OF_TEN = Array.from({ length: 23 }, (_, power) => 10 ** power);

/**
 * Reads a JSON list of numbers in 0..1, written as programs write them, straight
 * from a body's bytes: decoding, parsing and checking it takes three times as
 * long, and leaves 13 bytes of garbage a number.
 *
 * Numbers are what `JSON.parse` makes of them, to float32's precision.
 *
 * @param out As many as are expected.
 * @param at Where the list begins.
 * @returns Where it has ended; -1 where anything is written otherwise, is wrong,
 *   missing or too much, as a parser tells.
 */
export function scanNumbers(
  out: Float32Array,
  body: Uint8Array,
  at: number,
): number {
  if (body[at++] !== OPEN) return -1;
  for (let i = 0; i < out.length; i++) {
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
    if (!isNumber || !(value <= 1) || body[start] === POINT) return -1;
    out[i] = value;
    if (body[at++] !== (i < out.length - 1 ? COMMA : CLOSE)) return -1;
    if (body[at] === SPACE) at++;
  }
  return at;
}
