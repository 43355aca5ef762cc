/**
 * Weights files in the safetensors format (https://github.com/huggingface/safetensors): raw arrays
 * with names and shapes, which Python, Rust and JavaScript tools open.
 *
 *   byte 0       8             8 + n                                     end
 *        | n     | header      | tensor bytes                            |
 *        | u64le | JSON, n long| F32 little-endian, row-major, no gaps   |
 *
 *   {"__metadata__": {"key": "text", ...},
 *    "conv1.kernel": {"dtype": "F32", "shape": [3, 3, 1, 16], "data_offsets": [0, 576]}, ...}
 *
 * Offsets count from the end of the header. The header is padded with spaces to a multiple of 8 so
 * that the data is aligned. Only F32 is read: it is what the engines compute in. Everything is
 * checked, in the order a damaged file would show it: length, header, dtype, shape, offsets, values.
 */

import { volume } from "./network.ts";

/** A named array of a weights file. */
export interface Tensor {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly data: Float32Array;
}

export interface Weights {
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: ReadonlyMap<string, Tensor>;
}

/** A weights file that cannot be used; the message says what was expected and what was found. */
export class WeightsError extends Error {
  override name = "WeightsError";
}

/** A header is a few KB; the format's own limit is 100 MB, which no table of layers needs. */
const MAX_HEADER_BYTES = 1_000_000;
const LENGTH_BYTES = 8;
const FLOAT_BYTES = 4;

/**
 * Reads a weights file.
 *
 * @throws {WeightsError}
 */
export function parseWeights(bytes: Uint8Array): Weights {
  const { header, dataStart } = parseHeader(bytes);
  const { __metadata__: metadata = {}, ...entries } = header;
  const data = bytes.subarray(dataStart);
  const tensors = new Map<string, Tensor>();
  const spans: Span[] = [];
  for (const [name, entry] of Object.entries(entries)) {
    const { shape, span } = parseEntry(name, entry);
    spans.push(span);
    if (span.end > data.length) {
      throw new WeightsError(
        `${name}: expected ${span.end} bytes of data, found ${data.length}; the file is cut short`,
      );
    }
    tensors.set(name, {
      shape,
      data: readFloats(name, data.subarray(span.begin, span.end)),
    });
  }
  checkCoverage(spans, data.length);
  return { metadata: parseMetadata(metadata), tensors };
}

/** Writes a weights file; the same tensors and metadata give the same bytes. */
export function serializeWeights(weights: Weights): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = { __metadata__: weights.metadata };
  let offset = 0;
  for (const [name, { shape, data }] of weights.tensors) {
    if (volume(shape) !== data.length) {
      throw new WeightsError(
        `${name}: shape [${shape}] holds ${
          volume(shape)
        } values, found ${data.length}`,
      );
    }
    const end = offset + data.length * FLOAT_BYTES;
    header[name] = { dtype: "F32", shape, data_offsets: [offset, end] };
    offset = end;
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const headerLength = Math.ceil(json.length / LENGTH_BYTES) * LENGTH_BYTES;
  const bytes = new Uint8Array(LENGTH_BYTES + headerLength + offset);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(headerLength), true);
  bytes.fill(0x20, LENGTH_BYTES, LENGTH_BYTES + headerLength);
  bytes.set(json, LENGTH_BYTES);
  let position = LENGTH_BYTES + headerLength;
  for (const { data } of weights.tensors.values()) {
    for (const value of data) {
      view.setFloat32(position, value, true);
      position += FLOAT_BYTES;
    }
  }
  return bytes;
}

interface Span {
  readonly name: string;
  readonly begin: number;
  readonly end: number;
}

function parseHeader(bytes: Uint8Array) {
  if (bytes.length < LENGTH_BYTES) {
    throw new WeightsError(
      `expected at least ${LENGTH_BYTES} bytes, found ${bytes.length}`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Number(view.getBigUint64(0, true));
  if (length > MAX_HEADER_BYTES) {
    throw new WeightsError(
      `header length: expected at most ${MAX_HEADER_BYTES}, found ${length}; not a safetensors file`,
    );
  }
  const dataStart = LENGTH_BYTES + length;
  if (dataStart > bytes.length) {
    throw new WeightsError(
      `header: expected ${length} bytes, found ${
        bytes.length - LENGTH_BYTES
      }; the file is cut short`,
    );
  }
  const json = new TextDecoder().decode(
    bytes.subarray(LENGTH_BYTES, dataStart),
  );
  return { header: parseJson(json), dataStart };
}

function parseJson(json: string): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(json);
  } catch {
    throw new WeightsError(
      `header: expected JSON, found ${JSON.stringify(json.slice(0, 40))}`,
    );
  }
  if (!isRecord(header)) {
    throw new WeightsError("header: expected a JSON object");
  }
  return header;
}

function parseMetadata(value: unknown): Record<string, string> {
  if (!isRecord(value)) {
    throw new WeightsError("__metadata__: expected an object");
  }
  const metadata: Record<string, string> = {};
  for (const [key, text] of Object.entries(value)) {
    if (typeof text !== "string") {
      throw new WeightsError(
        `__metadata__.${key}: expected text, found ${JSON.stringify(text)}`,
      );
    }
    metadata[key] = text;
  }
  return metadata;
}

function parseEntry(
  name: string,
  entry: unknown,
): { shape: number[]; span: Span } {
  if (!isRecord(entry)) {
    throw new WeightsError(`${name}: expected an object in the header`);
  }
  if (entry.dtype !== "F32") {
    throw new WeightsError(
      `${name}: expected dtype F32, found ${JSON.stringify(entry.dtype)}`,
    );
  }
  const { shape, data_offsets: offsets } = entry;
  if (!isCounts(shape)) {
    throw new WeightsError(
      `${name}: expected a shape, found ${JSON.stringify(shape)}`,
    );
  }
  if (!isCounts(offsets) || offsets.length !== 2) {
    throw new WeightsError(
      `${name}: expected data_offsets [begin, end], found ${
        JSON.stringify(offsets)
      }`,
    );
  }
  const [begin, end] = offsets as [number, number];
  const expected = volume(shape) * FLOAT_BYTES;
  if (end - begin !== expected) {
    throw new WeightsError(
      `${name}: shape [${shape}] takes ${expected} bytes, data_offsets hold ${
        end - begin
      }`,
    );
  }
  return { shape, span: { name, begin, end } };
}

function readFloats(name: string, bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = new Float32Array(bytes.length / FLOAT_BYTES);
  for (let i = 0; i < data.length; i++) {
    const value = view.getFloat32(i * FLOAT_BYTES, true);
    if (!Number.isFinite(value)) {
      throw new WeightsError(
        `${name}: expected finite values, found ${value} at index ${i}`,
      );
    }
    data[i] = value;
  }
  return data;
}

function checkCoverage(spans: readonly Span[], length: number): void {
  let position = 0;
  // An empty tensor comes before the one that begins in the same place.
  const inOrder = spans.toSorted((a, b) => a.begin - b.begin || a.end - b.end);
  for (const { name, begin, end } of inOrder) {
    if (begin !== position) {
      const what = begin > position ? "a gap" : "an overlap";
      throw new WeightsError(
        `${name}: expected data to begin at ${position}, found ${begin}: ${what}`,
      );
    }
    position = end;
  }
  if (position !== length) {
    throw new WeightsError(`data: expected ${position} bytes, found ${length}`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) &&
    value.every((side) => Number.isSafeInteger(side) && side >= 0);
}
