/**
 * Memory for planes as large as a picture. As a rule each is made anew, and its
 * owner may keep it; but who reads one picture after the other and keeps no plane
 * lets them lie in the same memory again: the system hands out fresh memory page
 * by page, which for a drawing takes longer than all that is computed on it.
 */

/** Bytes that are kept: the planes of the page's largest sheet; a photo's are made anew. */
const KEPT = 4 * 2 ** 20;

/** Planes start on whole lines of a processor's cache. */
const LINE = 64;

let memory: ArrayBuffer | null = null;

/** Bytes of it that are lent out; null where planes are to be kept. */
let lent: number | null = null;

/** Planes that are made in `use` are good only until it returns. */
export function withLentPlanes<Result>(use: () => Result): Result {
  if (lent !== null) return use();
  lent = 0;
  try {
    return use();
  } finally {
    lent = null;
  }
}

/** All 0. */
export function newFloats(length: number): Float32Array<ArrayBuffer> {
  const at = place(4 * length);
  return at === null
    ? new Float32Array(length)
    : new Float32Array(memory!, at, length).fill(0);
}

/** All 0, of 32 bits. */
export function newIntegers(length: number): Int32Array<ArrayBuffer> {
  const at = place(4 * length);
  return at === null
    ? new Int32Array(length)
    : new Int32Array(memory!, at, length).fill(0);
}

/** All 0. */
export function newBytes(length: number): Uint8Array<ArrayBuffer> {
  const at = place(length);
  return at === null
    ? new Uint8Array(length)
    : new Uint8Array(memory!, at, length).fill(0);
}

/** Where in the memory there is room; null where there is none, or it must not be lent. */
function place(bytes: number): number | null {
  if (lent === null || lent + bytes > KEPT) return null;
  memory ??= new ArrayBuffer(KEPT);
  const at = lent;
  lent = Math.ceil((at + bytes) / LINE) * LINE;
  return at;
}
