import { PictureName } from "../../api/picture_body.ts";
import { checkBody } from "../bodies/check_body.ts";
import { formFile } from "../bodies/form_picture.ts";
import {
  type JsonPicture,
  parsePictureObject,
  readJsonPicture,
} from "../bodies/json_picture.ts";
import type { Part } from "../bodies/multipart.ts";
import { RequestError } from "../problems/request_error.ts";

/**
 * Pictures of one request: what one worker reads in 3 seconds where they are
 * drawings, and in little more than a minute where they are photos.
 */
export const MAX_BATCH = 256;

/** One of several pictures. */
export interface BatchItem {
  /** What the sender calls it. */
  readonly id?: string | number;
  /** Which line of the body it is, from 1; undefined for a file of a form. */
  readonly line?: number;
  /** @throws {RequestError} Where it is none; the others are read all the same. */
  picture(): JsonPicture | Promise<JsonPicture>;
}

/**
 * The files of a form, by their names.
 *
 * @throws {RequestError} Where there are none, or too many.
 */
export function formItems(
  files: readonly Part[],
): Iterable<BatchItem> {
  checkCount(files.length);
  return files.map((file) => ({
    ...(file.filename !== null && { id: file.filename }),
    // It is handed over to a worker, and with a view the whole form would be.
    picture: () => ({ kind: "file", bytes: formFile(file).slice() }),
  }));
}

/**
 * The lines of newline-delimited JSON; blank ones do not count. Each is parsed
 * when it is its turn.
 *
 * @throws {RequestError} Where there are none, or too many.
 */
export function lineItems(text: string): Iterable<BatchItem> {
  const lines = text.split("\n");
  const places = lines.flatMap((line, place) => /\S/.test(line) ? place : []);
  checkCount(places.length);
  return places.values().map((place) => lineItem(lines[place]!, place + 1));
}

function lineItem(json: string, line: number): BatchItem {
  try {
    const { id, ...body } = parsePictureObject(json, "line");
    const named = checkBody(PictureName, id === undefined ? {} : { id });
    return { ...named, line, picture: () => readJsonPicture(body) };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return {
      line,
      picture() {
        throw error;
      },
    };
  }
}

function checkCount(count: number): void {
  if (count > 0 && count <= MAX_BATCH) return;
  throw new RequestError(
    count === 0 ? "malformed" : "too-large",
    `Expected 1 to ${MAX_BATCH} pictures in a request; found ${count}.`,
  );
}
