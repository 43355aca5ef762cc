/** Bits as GIF and WebP have them: the first one is the lowest of its byte. */
export interface BitWriter {
  /** @param bits 0..24 of `value`, lowest first. */
  write(value: number, bits: number): void;
  /** What was written, filled up with zeros to a whole byte. */
  bytes(): Uint8Array;
}

export function bitWriter(): BitWriter {
  const bytes: number[] = [];
  let pending = 0;
  let count = 0;
  return {
    write(value, bits) {
      pending |= value << count;
      count += bits;
      for (; count >= 8; count -= 8, pending >>>= 8) bytes.push(pending & 255);
    },
    bytes: () => Uint8Array.from(count > 0 ? [...bytes, pending] : bytes),
  };
}
