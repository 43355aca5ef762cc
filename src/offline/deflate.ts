/**
 * The part of `node:zlib` that PNGs take, for browsers, which have no
 * synchronous one: the import map beside this file puts it in its place. What
 * it makes never leaves the device, so it may be a little longer.
 */

/** CRC-32 of ISO 3309, as zlib and PNG have it: reflected 0x04c11db7. */
const CRC_POLYNOMIAL = 0xedb88320;
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) {
    crc = crc & 1 ? crc >>> 1 ^ CRC_POLYNOMIAL : crc >>> 1;
  }
  return crc;
});

/** The largest prime below 2^16 (RFC 1950, 8.2). */
const ADLER_MODULUS = 65_521;
/** Compression method 8, a window of 32 KiB, and the check bits (RFC 1950, 2.2). */
const ZLIB_HEADER = [0x78, 0x01];

/** The last block, and its codes are the fixed ones: BFINAL, BTYPE (RFC 1951, 3.2.3). */
const BLOCK_HEADER = 0b011;
const BLOCK_HEADER_BITS = 3;
/** Lengths that a match may have (RFC 1951, 3.2.5). */
const MIN_MATCH = 3;
const MAX_MATCH = 258;
const END_OF_BLOCK = 256;
/** The distance 1 has code 0. */
const DISTANCE_BITS = 5;

/** CRC-32 of `bytes`. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc = crc >>> 8 ^ CRC_TABLE[(crc ^ byte) & 0xff]!;
  }
  return ~crc >>> 0;
}

/**
 * Compresses runs of equal bytes, which is what filtered drawings consist of:
 * one block of RFC 1951 with fixed codes, in the frame of RFC 1950.
 */
export function deflateSync(bytes: Uint8Array): Uint8Array {
  const bits = new BitWriter(bytes.length);
  bits.write(BLOCK_HEADER, BLOCK_HEADER_BITS);
  for (let at = 0; at < bytes.length;) {
    writeSymbol(bits, bytes[at]!);
    const run = runLength(bytes, at) - 1;
    writeRun(bits, bytes[at]!, run);
    at += 1 + run;
  }
  writeSymbol(bits, END_OF_BLOCK);
  const body = bits.finish();
  const whole = new Uint8Array(ZLIB_HEADER.length + body.length + 4);
  whole.set(ZLIB_HEADER);
  whole.set(body, ZLIB_HEADER.length);
  new DataView(whole.buffer).setUint32(whole.length - 4, adler32(bytes));
  return whole;
}

function runLength(bytes: Uint8Array, at: number): number {
  let end = at + 1;
  while (end < bytes.length && bytes[end] === bytes[at]) end++;
  return end - at;
}

/** Repeats the byte before `count` times. */
function writeRun(bits: BitWriter, byte: number, count: number): void {
  let left = count;
  for (; left >= MIN_MATCH; left -= Math.min(left, MAX_MATCH)) {
    writeMatch(bits, Math.min(left, MAX_MATCH));
  }
  for (; left > 0; left--) writeSymbol(bits, byte);
}

/** Length codes 257 to 284 come in fours with one more extra bit each (RFC 1951, 3.2.5). */
function writeMatch(bits: BitWriter, length: number): void {
  if (length === MAX_MATCH) {
    writeSymbol(bits, 285);
  } else {
    const over = length - MIN_MATCH;
    const extra = over < 8 ? 0 : 29 - Math.clz32(over);
    writeSymbol(bits, 257 + 4 * extra + (over >> extra));
    bits.write(over & ((1 << extra) - 1), extra);
  }
  bits.write(0, DISTANCE_BITS);
}

/** The fixed codes (RFC 1951, 3.2.6). */
function writeSymbol(bits: BitWriter, symbol: number): void {
  if (symbol < 144) bits.writeCode(0x30 + symbol, 8);
  else if (symbol < 256) bits.writeCode(0x190 + symbol - 144, 9);
  else if (symbol < 280) bits.writeCode(symbol - 256, 7);
  else bits.writeCode(0xc0 + symbol - 280, 8);
}

function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % ADLER_MODULUS;
    high = (high + low) % ADLER_MODULUS;
  }
  return (high << 16 | low) >>> 0;
}

/** Bits into bytes, the lowest first (RFC 1951, 3.1.1). */
class BitWriter {
  readonly #bytes: Uint8Array;
  #at = 0;
  #pending = 0;
  #count = 0;

  /** @param literals Bytes to make room for, 9 bits each at most, with the codes around them. */
  constructor(literals: number) {
    this.#bytes = new Uint8Array(Math.ceil(literals * 9 / 8) + 4);
  }

  write(value: number, bits: number): void {
    this.#pending |= value << this.#count;
    this.#count += bits;
    for (; this.#count >= 8; this.#count -= 8) {
      this.#bytes[this.#at++] = this.#pending;
      this.#pending >>>= 8;
    }
  }

  /** Codes go in from their highest bit on. */
  writeCode(code: number, bits: number): void {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit++) {
      reversed = reversed << 1 | (code >> bit & 1);
    }
    this.write(reversed, bits);
  }

  finish(): Uint8Array {
    if (this.#count > 0) this.#bytes[this.#at++] = this.#pending;
    return this.#bytes.subarray(0, this.#at);
  }
}
