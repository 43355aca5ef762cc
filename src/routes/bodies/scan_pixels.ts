import { PIXELS } from "../../api/pixels.ts";
import { scanNumbers } from "./scan_numbers.ts";
import { startsWith } from "./starts_with.ts";

const HEAD = new TextEncoder().encode('{"pixels":');
const [SPACE, END] = new TextEncoder().encode(" }");

/**
 * The pixels of a body that has them and nothing else.
 *
 * @param body JSON.
 * @returns 28x28, row-major, 0..1; null where it is left to `parseJsonPicture`.
 */
export function scanPixels(
  body: Uint8Array,
): Float32Array<ArrayBuffer> | null {
  if (!startsWith(body, HEAD, 0)) return null;
  const start = HEAD.length + (body[HEAD.length] === SPACE ? 1 : 0);
  const pixels = new Float32Array(PIXELS);
  const end = scanNumbers(pixels, body, start);
  return body[end] === END && end === body.length - 1 ? pixels : null;
}
