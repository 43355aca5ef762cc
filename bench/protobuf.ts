/**
 * Writes Protocol Buffers messages (https://protobuf.dev/programming-guides/encoding/): just the
 * wire types that an ONNX file needs. A message is the bytes of its fields, one after another.
 */

export type Message = Uint8Array;

const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** A whole number, 0 or above. */
export function integer(field: number, value: number): Message {
  return concat([varint(field * 8 + VARINT), varint(value)]);
}

/** A string, raw bytes or an embedded message. */
export function bytes(field: number, value: string | Uint8Array): Message {
  const content = typeof value === "string"
    ? new TextEncoder().encode(value)
    : value;
  return concat([
    varint(field * 8 + LENGTH_DELIMITED),
    varint(content.length),
    content,
  ]);
}

/** A message made of fields; messages of the same field repeat it. */
export function concat(parts: readonly Uint8Array[]): Message {
  const whole = new Uint8Array(
    parts.reduce((sum, part) => sum + part.length, 0),
  );
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Seven bits a byte, the lowest first; the top bit says that more follow. */
function varint(value: number): Uint8Array {
  const groups: number[] = [];
  while (value > 127) {
    groups.push(value % 128 + 128);
    value = Math.floor(value / 128);
  }
  groups.push(value);
  return Uint8Array.from(groups);
}
