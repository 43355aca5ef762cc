import {
  type CorrectionFilter,
  type NewCorrection,
  PICTURE_BYTES,
  type Shown,
} from "../../corrections/correction.ts";
import { RequestError } from "../problems/request_error.ts";

/**
 * What somebody says of a reading.
 *
 * @param now The day of it becomes the date.
 * @throws {RequestError}
 */
export function readCorrection(
  fields: URLSearchParams,
  now: Date,
): NewCorrection {
  return {
    pixels: readPixels(fields.get("pixels") ?? ""),
    digit: readShown("digit", fields.get("digit") ?? ""),
    read: readShown("read", fields.get("read") ?? ""),
    date: now.toISOString().slice(0, 10),
  };
}

/**
 * Which corrections are meant. Fields that are absent or empty set nothing.
 *
 * @throws {RequestError}
 */
export function readFilter(fields: URLSearchParams): CorrectionFilter {
  const [digit, read, from, to, upTo] = [
    optional(fields, "digit", readShown),
    optional(fields, "read", readShown),
    optional(fields, "from", readDay),
    optional(fields, "to", readDay),
    optional(fields, "upTo", readWhole),
  ];
  return {
    ...(digit !== undefined && { digit }),
    ...(read !== undefined && { read }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(upTo !== undefined && { upTo }),
  };
}

/** The field, or undefined where it is absent or empty. @throws {RequestError} */
export function optional<Value>(
  fields: URLSearchParams,
  name: string,
  read: (name: string, text: string) => Value,
): Value | undefined {
  const text = fields.get(name) ?? "";
  return text === "" ? undefined : read(name, text);
}

/** A whole number from 0 on. @throws {RequestError} */
export function readWhole(name: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw unexpected(name, "a whole number", text);
}

function readShown(name: string, text: string): Shown {
  if (text === "none") return null;
  if (/^[0-9]$/.test(text)) return Number(text);
  throw unexpected(name, 'a digit or "none"', text);
}

function readDay(name: string, text: string): string {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(text) : null;
  // Of days that no calendar has there is none, or it is another one.
  if (day && isDate(day) && day.toISOString().startsWith(text)) return text;
  throw unexpected(name, "a day as YYYY-MM-DD", text);
}

function isDate(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}

function readPixels(text: string): Uint8Array {
  const pixels = fromBase64(text);
  if (pixels.length !== PICTURE_BYTES) {
    throw new RequestError(
      "malformed",
      `Field "pixels": expected ${PICTURE_BYTES} bytes, found ${pixels.length}.`,
    );
  }
  if (pixels.some((value) => value > 0)) return pixels;
  throw new RequestError(
    "malformed",
    'Field "pixels": expected ink, found none.',
  );
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.fromBase64(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new RequestError("malformed", 'Field "pixels": expected base64.');
  }
}

/** How much of what was found a message shows. */
const SHOWN_LENGTH = 40;

function unexpected(
  name: string,
  expected: string,
  found: string,
): RequestError {
  const shown = JSON.stringify(found.slice(0, SHOWN_LENGTH));
  return new RequestError(
    "malformed",
    `Field "${name}": expected ${expected}, found ${shown}.`,
  );
}
