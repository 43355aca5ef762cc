import * as v from "valibot";
import {
  InferenceRequest,
  type InferenceRequestBody,
} from "../../api/inference_protocol.ts";
import { scanNumbers } from "../bodies/scan_numbers.ts";
import { sizeOf } from "./tensor_data.ts";

/** A request, and the numbers that stood in the place of its `data`, which is empty. */
interface ScannedRequest {
  readonly body: InferenceRequestBody;
  readonly numbers: Float32Array;
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder("utf-8", { fatal: true });
const KEY = ENCODER.encode('"data":');
const EMPTY = ENCODER.encode("[]");
const [SPACE, OPEN, CLOSE] = ENCODER.encode(" []");

/**
 * Takes the numbers of a flat `data` straight from the body's bytes, of which
 * they are nearly all: the parser gets what is left.
 *
 * @returns null where anything is written otherwise or is wrong, as the parser
 *   tells of the whole.
 */
export function scanRequest(bytes: Uint8Array): ScannedRequest | null {
  const key = find(bytes, KEY, 0);
  if (key < 0) return null;
  const value = key + KEY.length;
  const start = bytes[value] === SPACE ? value + 1 : value;
  // Lists within it are not looked through.
  if (bytes[start] !== OPEN || bytes[start + 1] === OPEN) return null;
  const end = bytes.indexOf(CLOSE!, start) + 1;
  // Which of two would be meant?
  if (end === 0 || find(bytes, KEY, end) >= 0) return null;
  const body = parse(joined(
    bytes.subarray(0, start),
    EMPTY,
    bytes.subarray(end),
  ));
  const input = body?.inputs[0];
  if (!body || input?.data.length !== 0) return null;
  const numbers = new Float32Array(sizeOf(input.shape));
  const scanned = scanNumbers(numbers, bytes, start);
  const after = bytes[end] === SPACE ? end + 1 : end;
  return scanned === after ? { body, numbers } : null;
}

/** Where some bytes begin; -1 where they are not. */
function find(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  for (
    let at = bytes.indexOf(wanted[0]!, from);
    at >= 0;
    at = bytes.indexOf(wanted[0]!, at + 1)
  ) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(
    parts.reduce((length, part) => length + part.length, 0),
  );
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function parse(json: Uint8Array): InferenceRequestBody | null {
  try {
    const value = JSON.parse(DECODER.decode(json));
    const { success, output } = v.safeParse(InferenceRequest, value);
    return success ? output : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}
