import { joinBytes, latin1 } from "./make_png.ts";

/**
 * A small JPEG encoder (ITU-T T.81): baseline or progressive by bands, no
 * subsampling, quantisation by 1, and Huffman tables in which every symbol has
 * a code of equal length, so that nothing has to be counted or looked up.
 */

export interface JpegOptions {
  readonly width: number;
  readonly height: number;
  /** One plane a component, row-major, 0..255, as the file stores them. */
  readonly planes: readonly Uint8Array[];
  readonly progressive?: boolean;
  /** Segments after SOI: APP1, APP14 ... as made by `jpegSegment`. */
  readonly segments?: readonly Uint8Array[];
  /** How often the last scan is written. */
  readonly repeats?: number;
}

const DC_BITS = 4;
const DC_SYMBOLS = Array.from({ length: 12 }, (_, size) => size);
const AC_BITS = 8;
const AC_SYMBOLS = [0x00, 0xf0].concat(
  Array.from({ length: 160 }, (_, i) => (i / 10 | 0) << 4 | i % 10 + 1),
);

/** Writes a JPEG. */
export function makeJpeg(options: JpegOptions): Uint8Array {
  const { width, height, planes, progressive = false, repeats = 1 } = options;
  const blocks = planes.map((plane) => transform(plane, width, height));
  const scans = progressive
    ? [
      scan(blocks, [...blocks.keys()], 0, 0),
      ...blocks.map((_, component) => scan(blocks, [component], 1, 63)),
    ]
    : [scan(blocks, [...blocks.keys()], 0, 63)];
  const last = scans.at(-1)!;
  return joinBytes([
    new Uint8Array([0xff, 0xd8]),
    ...(options.segments ?? []),
    jpegSegment(0xdb, new Uint8Array(65).fill(1, 1)),
    frameHeader(progressive ? 0xc2 : 0xc0, width, height, planes.length),
    huffmanTable(0x00, DC_BITS, DC_SYMBOLS),
    huffmanTable(0x10, AC_BITS, AC_SYMBOLS),
    ...scans,
    ...Array.from({ length: repeats - 1 }, () => last),
    new Uint8Array([0xff, 0xd9]),
  ]);
}

/** Writes a gray picture, row-major, as a JPEG. */
export function makeGrayJpeg(
  width: number,
  height: number,
  gray: Uint8Array,
  segments: readonly Uint8Array[] = [],
): Uint8Array {
  return makeJpeg({ width, height, planes: [gray], segments });
}

/** YCbCr planes of RGB pixels (JFIF 1.02). */
export function toYcc(rgb: Uint8Array): Uint8Array[] {
  const planes = [0, 1, 2].map(() => new Uint8ClampedArray(rgb.length / 3));
  for (let i = 0; 3 * i < rgb.length; i++) {
    const [r, g, b] = [rgb[3 * i]!, rgb[3 * i + 1]!, rgb[3 * i + 2]!];
    planes[0]![i] = 0.299 * r + 0.587 * g + 0.114 * b;
    planes[1]![i] = -0.1687 * r - 0.3313 * g + 0.5 * b + 128;
    planes[2]![i] = 0.5 * r - 0.4187 * g - 0.0813 * b + 128;
  }
  return planes.map((plane) => new Uint8Array(plane.buffer));
}

/** One segment: marker, length, data. */
export function jpegSegment(marker: number, data: Uint8Array): Uint8Array {
  const length = data.length + 2;
  const head = new Uint8Array([0xff, marker, length >> 8, length & 255]);
  return joinBytes([head, data]);
}

/** The frame header of `components` planes without subsampling. */
export function frameHeader(
  marker: number,
  width: number,
  height: number,
  components: number,
): Uint8Array {
  const size = [8, height >> 8, height & 255, width >> 8, width & 255];
  const list = Array.from({ length: components }, (_, i) => [i + 1, 0x11, 0]);
  return jpegSegment(
    marker,
    new Uint8Array([...size, components, ...list.flat()]),
  );
}

/** A TIFF block whose one field is the orientation. */
export function makeExif(orientation: number, little = true): Uint8Array {
  const bytes = new Uint8Array(26);
  const view = new DataView(bytes.buffer);
  bytes.set(latin1(little ? "II" : "MM"));
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  view.setUint16(8, 1, little);
  view.setUint16(10, 0x0112, little);
  view.setUint16(12, 3, little);
  view.setUint32(14, 1, little);
  view.setUint16(18, orientation, little);
  return bytes;
}

/** The APP1 segment that carries `exif`. */
export function exifSegment(exif: Uint8Array): Uint8Array {
  return jpegSegment(0xe1, joinBytes([latin1("Exif\0\0"), exif]));
}

/** APP14: how four components are meant, 0 CMYK or 2 YCCK. */
export function adobeSegment(transform: number): Uint8Array {
  const data = [...latin1("Adobe"), 0, 100, 0, 0, 0, 0, transform];
  return jpegSegment(0xee, new Uint8Array(data));
}

function huffmanTable(id: number, bits: number, symbols: number[]): Uint8Array {
  const counts = new Uint8Array(16);
  counts[bits - 1] = symbols.length;
  return jpegSegment(0xc4, new Uint8Array([id, ...counts, ...symbols]));
}

/** One scan over some components and the coefficients `first`..`last`. */
function scan(
  blocks: readonly Int16Array[][],
  components: readonly number[],
  first: number,
  last: number,
): Uint8Array {
  const list = components.flatMap((component) => [component + 1, 0]);
  const header = [components.length, ...list, first, last, 0];
  const out = bitWriter();
  const previous = new Map<number, number>();
  for (let i = 0; i < blocks[0]!.length; i++) {
    for (const component of components) {
      const block = blocks[component]![i]!;
      if (first === 0) {
        writeDc(out, block[0]! - (previous.get(component) ?? 0));
        previous.set(component, block[0]!);
      }
      if (last > 0) writeAc(out, block);
    }
  }
  return joinBytes([jpegSegment(0xda, new Uint8Array(header)), out.bytes()]);
}

function writeDc(out: BitWriter, difference: number): void {
  const size = bitLength(difference);
  out.write(size, DC_BITS);
  writeMagnitude(out, difference, size);
}

function writeAc(out: BitWriter, block: Int16Array): void {
  let zeros = 0;
  for (let k = 1; k < 64; k++) {
    const value = block[ZIGZAG[k]!]!;
    if (value === 0) {
      zeros++;
      continue;
    }
    for (; zeros > 15; zeros -= 16) {
      out.write(AC_SYMBOLS.indexOf(0xf0), AC_BITS);
    }
    const size = bitLength(value);
    out.write(AC_SYMBOLS.indexOf(zeros << 4 | size), AC_BITS);
    writeMagnitude(out, value, size);
    zeros = 0;
  }
  if (zeros > 0) out.write(AC_SYMBOLS.indexOf(0x00), AC_BITS);
}

function bitLength(value: number): number {
  return 32 - Math.clz32(Math.abs(value));
}

function writeMagnitude(out: BitWriter, value: number, size: number): void {
  out.write(value < 0 ? value + (1 << size) - 1 : value, size);
}

interface BitWriter {
  write(value: number, bits: number): void;
  bytes(): Uint8Array;
}

/** Bits, first one highest; a byte ff is followed by a stuffed 00. */
function bitWriter(): BitWriter {
  const bytes: number[] = [];
  let pending = 0;
  let count = 0;
  function write(value: number, bits: number): void {
    for (let i = bits - 1; i >= 0; i--) {
      pending = pending << 1 | value >> i & 1;
      if (++count < 8) continue;
      bytes.push(pending);
      if (pending === 0xff) bytes.push(0);
      pending = count = 0;
    }
  }
  return {
    write,
    bytes() {
      while (count > 0) write(1, 1);
      return new Uint8Array(bytes);
    },
  };
}

const ZIGZAG = Array.from({ length: 64 }, (_, i) => i)
  .sort((a, b) => zigzagRank(a) - zigzagRank(b));

function zigzagRank(index: number): number {
  const x = index % 8;
  const y = index >> 3;
  const diagonal = x + y;
  return 64 * diagonal + (diagonal % 2 ? y : x);
}

const COSINES = Float64Array.from({ length: 64 }, (_, i) => {
  const frequency = i >> 3;
  const scale = frequency === 0 ? Math.sqrt(1 / 8) : 1 / 2;
  return scale * Math.cos((2 * (i % 8) + 1) * frequency * Math.PI / 16);
});

/** The coefficients of all blocks of a plane, blocks and each block row-major. */
function transform(
  plane: Uint8Array,
  width: number,
  height: number,
): Int16Array[] {
  const blocks: Int16Array[] = [];
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      const samples = Float64Array.from({ length: 64 }, (_, i) => {
        const row = Math.min(height - 1, y + (i >> 3));
        const column = Math.min(width - 1, x + i % 8);
        return plane[row * width + column]! - 128;
      });
      blocks.push(Int16Array.from(cosines(cosines(samples)), Math.round));
    }
  }
  return blocks;
}

/** Transforms the rows of a block and transposes it. */
function cosines(block: Float64Array): Float64Array {
  return Float64Array.from({ length: 64 }, (_, i) => {
    const row = 8 * (i % 8);
    const wave = 8 * (i >> 3);
    let sum = 0;
    for (let k = 0; k < 8; k++) sum += block[row + k]! * COSINES[wave + k]!;
    return sum;
  });
}
