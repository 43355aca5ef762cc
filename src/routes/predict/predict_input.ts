import { type BatchItem, formItems, lineItems } from "./batch.ts";
import { decodeText } from "../bodies/check_body.ts";
import { readFormParts } from "../bodies/form_parts.ts";
import { formPicture, PICTURE_FIELD } from "../bodies/form_picture.ts";
import { type JsonPicture, parseJsonPicture } from "../bodies/json_picture.ts";
import { mediaType } from "../bodies/media_type.ts";
import type { Part } from "../bodies/multipart.ts";
import { receiveBody } from "../bodies/receive_body.ts";
import { scanPixels } from "../bodies/scan_pixels.ts";
import { RequestError } from "../problems/request_error.ts";

const PICTURE_TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp"];
/** A JSON object a line (github.com/ndjson/ndjson-spec). */
export const LINES = "application/x-ndjson";
const EXPECTED = `Expected multipart/form-data, application/json, ${LINES}, ${
  PICTURE_TYPES.join(", ")
}`;

/** One picture, or several. */
export type PredictInput = JsonPicture | {
  readonly kind: "batch";
  readonly items: Iterable<BatchItem>;
};

/**
 * Takes the picture from a request, or the pictures, in whichever form they come.
 *
 * @throws {RequestError}
 */
export async function readPredictInput(
  request: Request,
): Promise<PredictInput> {
  const type = mediaType(request);
  if (type === "multipart/form-data") {
    return formInput(await readFormParts(request), wantsLines(request));
  }
  if (type === LINES) {
    const text = decodeText(await readBody(request));
    return { kind: "batch", items: lineItems(text) };
  }
  if (type === "application/json") {
    return jsonInput(await readBody(request));
  }
  if (PICTURE_TYPES.includes(type)) {
    return { kind: "file", bytes: await readBody(request) };
  }
  if (type === "") await readBody(request);
  throw new RequestError("unsupported", `${EXPECTED}; ${explain(type)}.`);
}

function jsonInput(body: Uint8Array): JsonPicture {
  const pixels = scanPixels(body);
  return pixels
    ? { kind: "pixels", pixels }
    : parseJsonPicture(decodeText(body));
}

/** One file is a batch of one where lines are asked for. */
function formInput(parts: readonly Part[], isBatch: boolean): PredictInput {
  const files = parts.filter(({ name }) => name === PICTURE_FIELD);
  if (files.length > 1 || (isBatch && files.length === 1)) {
    return { kind: "batch", items: formItems(files) };
  }
  return { kind: "file", bytes: formPicture(parts) };
}

function wantsLines({ headers }: Request): boolean {
  return headers.get("accept")?.includes(LINES) ?? false;
}

async function readBody(request: Request): Promise<Uint8Array> {
  const bytes = await receiveBody(request);
  if (bytes.length > 0) return bytes;
  throw new RequestError("malformed", `${EXPECTED}; the body is empty.`);
}

function explain(type: string): string {
  if (type === "") return "no content type is named";
  return `found ${type.slice(0, 80)}`;
}
