/**
 * The one EXIF field that changes what a picture shows: tag 0x0112,
 * Orientation (CIPA DC-008, Exif 2.32, 4.6.4 A). Exif is a TIFF file: a byte
 * order mark, the number 42, the offset of the first directory; a directory is
 * a count and entries of 12 bytes (TIFF 6.0, section 2).
 */

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;
const HEADER_LENGTH = 8;
const ENTRY_LENGTH = 12;

/** Orientation of a picture that says nothing: its first row is its top. */
export const UPRIGHT = 1;

/**
 * Reads the orientation, 1..8, from a TIFF block. Damaged metadata is no
 * reason to refuse a picture that can be seen: it reads as upright.
 */
export function readOrientation(tiff: Uint8Array): number {
  if (tiff.length < HEADER_LENGTH) return UPRIGHT;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const mark = view.getUint16(0);
  if (mark !== 0x4949 && mark !== 0x4d4d) return UPRIGHT;
  const little = mark === 0x4949;
  if (view.getUint16(2, little) !== 42) return UPRIGHT;
  return searchDirectory(view, view.getUint32(4, little), little);
}

function searchDirectory(
  view: DataView,
  offset: number,
  little: boolean,
): number {
  if (offset + 2 > view.byteLength) return UPRIGHT;
  const count = view.getUint16(offset, little);
  for (let i = 0; i < count; i++) {
    const entry = offset + 2 + i * ENTRY_LENGTH;
    if (entry + ENTRY_LENGTH > view.byteLength) return UPRIGHT;
    if (view.getUint16(entry, little) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(entry + 8, little);
    const valid = view.getUint16(entry + 2, little) === SHORT &&
      value >= 1 && value <= 8;
    return valid ? value : UPRIGHT;
  }
  return UPRIGHT;
}
