/**
 * Writes the IDX format in which MNIST is published, see `train/idx.ts`: two
 * zeros, type 8 for unsigned bytes, the number of dimensions, their sizes with
 * 32 bits each, big-endian, then the values.
 *
 * @throws {RangeError} When there are not as many values as the shape has.
 */
export function serializeIdx(
  shape: readonly number[],
  values: Uint8Array,
): Uint8Array {
  const expected = shape.reduce((product, size) => product * size, 1);
  if (values.length !== expected) {
    throw new RangeError(
      `Cannot write IDX: ${
        shape.join("x")
      } takes ${expected} values, found ${values.length}`,
    );
  }
  const header = 4 + 4 * shape.length;
  const bytes = new Uint8Array(header + values.length);
  const view = new DataView(bytes.buffer);
  bytes[2] = UNSIGNED_BYTE;
  bytes[3] = shape.length;
  shape.forEach((size, i) => view.setUint32(4 + 4 * i, size));
  bytes.set(values, header);
  return bytes;
}

const UNSIGNED_BYTE = 8;
