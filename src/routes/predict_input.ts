import { readFormPicture } from "./form_picture.ts";
import { type JsonPicture, parseJsonPicture } from "./json_picture.ts";
import { mediaType } from "./media_type.ts";
import { receiveBody } from "./receive_body.ts";
import { RequestError } from "./request_error.ts";

const PICTURE_TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp"];
const EXPECTED = `Expected multipart/form-data, application/json, ${
  PICTURE_TYPES.join(", ")
}`;

/**
 * Takes the picture from a request, in whichever form it comes.
 *
 * @throws {RequestError}
 */
export async function readPredictInput(request: Request): Promise<JsonPicture> {
  const type = mediaType(request);
  if (type === "multipart/form-data") {
    return { kind: "file", bytes: await readFormPicture(request) };
  }
  if (type === "application/json") {
    return parseJsonPicture(decodeText(await readBody(request)));
  }
  if (PICTURE_TYPES.includes(type)) {
    return { kind: "file", bytes: await readBody(request) };
  }
  if (type === "") await readBody(request);
  throw new RequestError("unsupported", `${EXPECTED}; ${explain(type)}.`);
}

async function readBody(request: Request): Promise<Uint8Array> {
  const bytes = await receiveBody(request);
  if (bytes.length > 0) return bytes;
  throw new RequestError("malformed", `${EXPECTED}; the body is empty.`);
}

/** JSON between systems is UTF-8 (RFC 8259, 8.1). */
function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new RequestError("malformed", "The JSON body is not UTF-8 text.");
  }
}

function explain(type: string): string {
  if (type === "") return "no content type is named";
  return `found ${type.slice(0, 80)}`;
}
