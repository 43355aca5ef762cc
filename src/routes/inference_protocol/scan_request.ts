import type { InferenceRequestBody } from "../../api/inference_protocol.ts";
import { decodeText } from "../bodies/check_body.ts";
import { scanNumbers } from "../bodies/scan_numbers.ts";
import { startsWith } from "../bodies/starts_with.ts";
import { RequestError } from "../problems/request_error.ts";
import { parseRequestBody } from "./request_body.ts";
import { sizeOf } from "./tensor_data.ts";

/** A request, and the numbers that stood in the place of its `data`, which is empty. */
interface ScannedRequest {
  readonly body: InferenceRequestBody;
  readonly numbers: Float32Array;
}

const ENCODER = new TextEncoder();
const KEY = ENCODER.encode('"data":');
const [SPACE, OPEN, CLOSE] = ENCODER.encode(" []");

/**
 * Takes the numbers of a flat `data` straight from the body's bytes, of which
 * they are nearly all: the parser gets what is left.
 *
 * @returns null where anything is written otherwise or is wrong, as the parser
 *   tells of the whole.
 */
export function scanRequest(bytes: Uint8Array): ScannedRequest | null {
  const key = findKey(bytes, 0);
  if (key < 0) return null;
  const value = key + KEY.length;
  const start = bytes[value] === SPACE ? value + 1 : value;
  // Lists within it are not looked through.
  if (bytes[start] !== OPEN || bytes[start + 1] === OPEN) return null;
  const end = bytes.indexOf(CLOSE!, start) + 1;
  // Which of two would be meant?
  if (end === 0 || findKey(bytes, end) >= 0) return null;
  const body = parseRest(bytes.subarray(0, start), bytes.subarray(end));
  const input = body?.inputs[0];
  if (!body || input?.data.length !== 0) return null;
  const numbers = new Float32Array(sizeOf(input.shape));
  const scanned = scanNumbers(numbers, bytes, start);
  const after = bytes[end] === SPACE ? end + 1 : end;
  return scanned === after ? { body, numbers } : null;
}

/** Where the key of the numbers begins; -1 where there is none. */
function findKey(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(KEY[0]!, from);
  while (at >= 0 && !startsWith(bytes, KEY, at)) {
    at = bytes.indexOf(KEY[0]!, at + 1);
  }
  return at;
}

/** The request with an empty list in the place of its numbers; null where it is none. */
function parseRest(
  before: Uint8Array,
  behind: Uint8Array,
): InferenceRequestBody | null {
  try {
    return parseRequestBody(`${decodeText(before)}[]${decodeText(behind)}`);
  } catch (error) {
    if (error instanceof RequestError) return null;
    throw error;
  }
}
