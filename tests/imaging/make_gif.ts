import { joinBytes, latin1 } from "./make_png.ts";

/** The fields of a GIF that tests vary (GIF89a). */
export interface GifOptions {
  readonly canvas: readonly [width: number, height: number];
  /** Where the frame lies on the canvas. */
  readonly frame: { x: number; y: number; width: number; height: number };
  /** Palette indices of the frame, row-major, 0..127. */
  readonly indices: Uint8Array;
  /** RGB of each index; at most 128. */
  readonly palette: readonly (readonly [number, number, number])[];
  /** Palette index that shows nothing. */
  readonly transparent?: number;
}

/**
 * 7 bits a colour make codes of 8 bits, as long as the code table is cleared
 * before it has grown to 256 entries: a GIF without compression.
 */
const MINIMUM_CODE_SIZE = 7;
const CLEAR = 128;
const END = 129;
const PIXELS_PER_CLEAR = 100;

/** Writes a GIF of one frame. */
export function makeGif(options: GifOptions): Uint8Array {
  const { canvas: [width, height], frame, indices, palette } = options;
  const colors = new Uint8Array(3 * 128);
  palette.forEach((color, i) => colors.set(color, 3 * i));
  const transparency = options.transparent === undefined
    ? []
    : [0x21, 0xf9, 4, 1, 0, 0, options.transparent, 0];
  return joinBytes([
    latin1("GIF89a"),
    new Uint8Array([...uint16(width), ...uint16(height), 0x80 | 6, 0, 0]),
    colors,
    new Uint8Array(transparency),
    new Uint8Array([0x2c, ...uint16(frame.x), ...uint16(frame.y)]),
    new Uint8Array([...uint16(frame.width), ...uint16(frame.height), 0]),
    new Uint8Array([MINIMUM_CODE_SIZE]),
    subBlocks(codes(indices)),
    new Uint8Array([0x3b]),
  ]);
}

function codes(indices: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < indices.length; at += PIXELS_PER_CLEAR) {
    parts.push(new Uint8Array([CLEAR]));
    parts.push(indices.subarray(at, at + PIXELS_PER_CLEAR));
  }
  return joinBytes([...parts, new Uint8Array([END])]);
}

function subBlocks(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const block = data.subarray(at, at + 255);
    parts.push(new Uint8Array([block.length]), block);
  }
  return joinBytes([...parts, new Uint8Array([0])]);
}

function uint16(value: number): [number, number] {
  return [value & 255, value >> 8];
}
