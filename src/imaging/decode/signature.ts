import { PictureError } from "./errors.ts";

/** The formats `decode` reads. */
export type Format = "PNG" | "JPEG" | "GIF" | "WebP";

/** What files start with; "?" is any byte. */
const READABLE: readonly (readonly [Format, string])[] = [
  ["PNG", "\x89PNG\r\n\x1a\n"],
  ["JPEG", "\xff\xd8\xff"],
  ["GIF", "GIF87a"],
  ["GIF", "GIF89a"],
  ["WebP", "RIFF????WEBP"],
];

/** Formats people do send, named so that the refusal helps: offset, bytes. */
const UNREADABLE: readonly (readonly [string, number, string])[] = [
  ["AVIF", 4, "ftypavi"],
  ["HEIC", 4, "ftyphe"],
  ["HEIC", 4, "ftypmif1"],
  ["TIFF", 0, "II*\0"],
  ["TIFF", 0, "MM\0*"],
  ["PDF", 0, "%PDF"],
  ["BMP", 0, "BM"],
];

/**
 * Tells the format from the first bytes; names and content types are not
 * believed.
 *
 * @throws {PictureError} `malformed` when empty, `unsupported` otherwise.
 */
export function detectFormat(bytes: Uint8Array): Format {
  if (bytes.length === 0) {
    throw new PictureError("malformed", "Cannot read: the picture is empty");
  }
  for (const [format, signature] of READABLE) {
    if (matches(bytes, 0, signature)) return format;
  }
  const format = nameFormat(bytes);
  const found = format === null ? describe(bytes) : `it is ${format}`;
  throw new PictureError(
    "unsupported",
    `Cannot read the picture: ${found}; expected PNG, JPEG, GIF or WebP`,
    { format },
  );
}

function nameFormat(bytes: Uint8Array): string | null {
  const known = UNREADABLE.find(([, offset, signature]) =>
    matches(bytes, offset, signature)
  );
  return known ? known[0] : null;
}

function describe(bytes: Uint8Array): string {
  const hex = [...bytes.subarray(0, 4)].map((byte) =>
    byte.toString(16).padStart(2, "0")
  );
  return `it starts with ${hex.join(" ")}`;
}

/** Whether `text`, one byte a character, stands at `offset`; "?" is any byte. */
export function matches(
  bytes: Uint8Array,
  offset: number,
  text: string,
): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "?" && offset + i < bytes.length) continue;
    if (bytes[offset + i] !== text.charCodeAt(i)) return false;
  }
  return true;
}
