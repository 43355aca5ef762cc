/**
 * Codecs grow their memory as far as a picture makes them. V8 lets that be
 * 4 GiB; a maximum in the module itself holds wherever the module runs, and
 * growing beyond it is a panic like any other.
 */

/** Bytes of the magic number and the version (WebAssembly 2.0, 5.5.16). */
const PREAMBLE_LENGTH = 8;
const MEMORY_SECTION = 5;
/** Limits with a maximum (5.3.7). */
const BOUNDED = 1;

/**
 * A WebAssembly binary like `binary` whose one memory has at most `pages` pages
 * of 64 KiB.
 *
 * @throws {RangeError} When it has no memory of its own, or starts with more.
 */
export function capMemory(
  binary: Uint8Array,
  pages: number,
): Uint8Array<ArrayBuffer> {
  for (let at = PREAMBLE_LENGTH; at < binary.length;) {
    const [length, content] = readU32(binary, at + 1);
    const next = content + length;
    if (binary[at] === MEMORY_SECTION) {
      const section = cappedSection(binary, content, pages);
      return concat([binary.subarray(0, at), section, binary.subarray(next)]);
    }
    at = next;
  }
  throw new RangeError("Cannot cap the memory of a module that has none");
}

/** The memory section whose vector stands at `at`, with another maximum. */
function cappedSection(
  binary: Uint8Array,
  at: number,
  pages: number,
): Uint8Array {
  const [count, flags] = readU32(binary, at);
  const [minimum] = readU32(binary, flags + 1);
  if (count !== 1 || minimum > pages) {
    throw new RangeError(
      `Cannot cap ${count} memories of ${minimum} pages at ${pages}; ` +
        "expected one that starts with fewer",
    );
  }
  const vector = [1, BOUNDED, ...leb128(minimum), ...leb128(pages)];
  return Uint8Array.from([MEMORY_SECTION, ...leb128(vector.length), ...vector]);
}

/** An unsigned LEB128 number (5.2.2), and where the next byte stands. */
function readU32(binary: Uint8Array, at: number): [value: number, at: number] {
  let value = 0;
  for (let shift = 0;; shift += 7) {
    const byte = binary[at++]!;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value >>> 0, at];
  }
}

function leb128(value: number): number[] {
  return value < 0x80 ? [value] : [value & 0x7f | 0x80, ...leb128(value >>> 7)];
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
