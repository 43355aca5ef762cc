/**
 * The IDX format in which MNIST is published (http://yann.lecun.com/exdb/mnist/):
 *
 *   byte 0  0, 0, type code (8 = unsigned byte), number of dimensions d
 *   byte 4  d sizes, 32 bits each, big-endian
 *   byte 4 + 4d  the values, row-major
 */
export interface IdxArray {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

export class IdxError extends Error {
  override name = "IdxError";
}

const UNSIGNED_BYTE = 8;

/**
 * Reads an array of unsigned bytes.
 *
 * @throws {IdxError} saying what was expected and what was found
 */
export function parseIdx(bytes: Uint8Array, dimensions: number): IdxArray {
  const headerLength = 4 + 4 * dimensions;
  if (bytes.length < headerLength) {
    throw new IdxError(
      `expected a header of ${headerLength} bytes, found ${bytes.length}`,
    );
  }
  const [zero, zeroToo, type, found] = bytes;
  if (
    zero !== 0 || zeroToo !== 0 || type !== UNSIGNED_BYTE ||
    found !== dimensions
  ) {
    const magic = bytes.subarray(0, 4).toHex();
    throw new IdxError(`expected magic 0000080${dimensions}, found ${magic}`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shape = Array.from(
    { length: dimensions },
    (_, i) => view.getUint32(4 + 4 * i),
  );
  const expected = shape.reduce((product, size) => product * size, 1);
  const data = bytes.subarray(headerLength);
  if (data.length !== expected) {
    throw new IdxError(
      `shape ${
        shape.join("x")
      }: expected ${expected} values, found ${data.length}`,
    );
  }
  return { shape, data };
}
