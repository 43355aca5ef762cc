import {
  adobeSegment,
  exifSegment,
  frameHeader,
  jpegSegment,
} from "../imaging/make_jpeg.ts";
import { joinBytes } from "../imaging/make_png.ts";
import { type Attack, MAX_FILE } from "./attack.ts";

const START = Uint8Array.of(0xff, 0xd8);
const END = Uint8Array.of(0xff, 0xd9);
const BASELINE = 0xc0;
const PROGRESSIVE = 0xc2;
const QUANTISATION = jpegSegment(0xdb, new Uint8Array(65).fill(1, 1));
/** Codes of one bit: size 0 for the first coefficient, end of block for others. */
const TABLES = joinBytes([oneBitTable(0x00), oneBitTable(0x10)]);

function oneBitTable(id: number): Uint8Array {
  const counts = [1, ...new Uint8Array(15)];
  return jpegSegment(0xc4, Uint8Array.from([id, ...counts, 0]));
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly components: number;
}

/** Which coefficients a scan brings, and how many bits of them are there already. */
interface Band {
  readonly first: number;
  readonly last: number;
  readonly high?: number;
  readonly low?: number;
}

/** A scan over `components` of a picture whose every code is a bit of 0. */
function scan(
  { width, height }: Frame,
  components: readonly number[],
  { first, last, high = 0, low = 0 }: Band,
): Uint8Array {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const codes = +(first === 0) + +(last > 0);
  const bits = blocks * codes * components.length;
  const list = components.flatMap((component) => [component + 1, 0]);
  const bands = [first, last, high << 4 | low];
  const head = Uint8Array.from([components.length, ...list, ...bands]);
  return joinBytes([
    jpegSegment(0xda, head),
    new Uint8Array(Math.ceil(bits / 8)),
  ]);
}

function file(
  marker: number,
  frame: Frame,
  scans: readonly Uint8Array[],
): Uint8Array {
  const { width, height, components } = frame;
  const sof = frameHeader(marker, width, height, components);
  return joinBytes([START, QUANTISATION, sof, TABLES, ...scans, END]);
}

function flat(frame: Frame): Uint8Array {
  const components = Array.from({ length: frame.components }, (_, i) => i);
  const all = scan(frame, components, { first: 0, last: 63 });
  // Four colours are only told apart by Adobe's segment.
  const adobe = frame.components === 4 ? [adobeSegment(0)] : [];
  return file(BASELINE, frame, [...adobe, all]);
}

/** A first scan of all first coefficients, then `count` times `band`. */
function flooded(frame: Frame, count: number, band: Band): Uint8Array {
  const start = scan(frame, [0], { first: 0, last: 0 });
  const further = scan(frame, [0], band);
  return file(PROGRESSIVE, frame, [start, ...Array(count).fill(further)]);
}

const ALL: Band = { first: 1, last: 63 };
const REFINING: Band = { first: 1, last: 63, high: 1, low: 0 };
const SMALL: Frame = { width: 16, height: 16, components: 1 };

export const JPEG_ATTACKS: readonly Attack[] = [
  {
    name: "JPEG whose header claims 20,000 x 20,000",
    outcome: "too-large",
    make: () => {
      const huge = frameHeader(BASELINE, 20_000, 20_000, 3);
      const some = scan(SMALL, [0, 1, 2], { first: 0, last: 63 });
      return joinBytes([START, QUANTISATION, huge, TABLES, some, END]);
    },
  },
  {
    name: "JPEG, progressive 4,000 x 4,000, 600 further scans",
    outcome: "too-large",
    make: () =>
      flooded({ width: 4000, height: 4000, components: 1 }, 600, ALL)
        .subarray(0, MAX_FILE),
  },
  {
    name: "JPEG of 600 scans and few pixels",
    outcome: "too-large",
    make: () => flooded(SMALL, 600, ALL),
  },
  {
    name: "JPEG, a small frame and then a huge one",
    outcome: "malformed",
    make: () => {
      const all = scan(SMALL, [0], { first: 0, last: 63 });
      const first = frameHeader(BASELINE, 16, 16, 1);
      const second = frameHeader(BASELINE, 60_000, 60_000, 1);
      return joinBytes([START, QUANTISATION, first, TABLES, all, second, END]);
    },
  },
  {
    name: "JPEG, 100 frames",
    outcome: "malformed",
    make: () =>
      joinBytes([START, ...Array(100).fill(frameHeader(BASELINE, 9, 9, 1))]),
  },
  {
    name: "JPEG of 65,535 x 1",
    outcome: "too-large",
    make: () => flat({ width: 65_535, height: 1, components: 1 }),
  },
  {
    name: "JPEG, progressive, of more coefficients than memory",
    outcome: "too-large",
    make: () => flooded({ width: 7000, height: 7000, components: 3 }, 3, ALL),
  },
  {
    name: "JPEG whose height comes after its pixels",
    outcome: "malformed",
    make: () =>
      joinBytes([
        flat({ width: 16, height: 0, components: 1 }).subarray(0, -2),
        jpegSegment(0xdc, Uint8Array.of(0xff, 0xff)),
        END,
      ]),
  },
  {
    name: "JPEG in arithmetic coding",
    outcome: "unsupported",
    make: () => file(0xc9, SMALL, [scan(SMALL, [0], { first: 0, last: 63 })]),
  },
  {
    name: "JPEG of 10 MiB of empty segments",
    outcome: "either",
    make: () => {
      const empty = jpegSegment(0xfe, new Uint8Array());
      const many = Array(Math.floor((MAX_FILE - 2000) / 4)).fill(empty);
      const small = flat(SMALL);
      return joinBytes([START, ...many, small.subarray(2)]);
    },
  },
  {
    name: "JPEG of 10 MiB of Exif",
    outcome: "either",
    make: () => {
      // As many entries of a directory as a segment holds, none of them ours.
      const tiff = new Uint8Array(65_000);
      tiff.set([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0xff, 0xff]);
      const segment = exifSegment(tiff);
      const count = Math.floor((MAX_FILE - 2000) / segment.length);
      return joinBytes([
        START,
        ...Array(count).fill(segment),
        flat(SMALL).subarray(2),
      ]);
    },
  },
  {
    name: "JPEG of 10 MiB of bytes ff",
    outcome: "malformed",
    make: () => new Uint8Array(MAX_FILE).fill(0xff).fill(0xd8, 1, 2),
  },
  {
    name: "JPEG, baseline, 8,000 x 6,250 in four colours",
    outcome: "read",
    make: () => flat({ width: 8000, height: 6250, components: 4 }),
  },
  {
    name: "JPEG, baseline, 12,000 x 4,166 in gray",
    outcome: "read",
    make: () => flat({ width: 12_000, height: 4166, components: 1 }),
  },
  {
    name: "JPEG, progressive, 4,000 x 3,000, as many scans as may be",
    outcome: "either",
    make: () => flooded({ width: 4000, height: 3000, components: 1 }, 20, ALL),
  },
  {
    name: "JPEG, progressive, 4,000 x 3,000, as many refinements as may be",
    outcome: "read",
    make: () =>
      flooded({ width: 4000, height: 3000, components: 1 }, 20, REFINING),
  },
  {
    name: "JPEG, progressive, 12,000 x 4,166, as many scans as may be",
    outcome: "read",
    make: () =>
      flooded({ width: 12_000, height: 4166, components: 1 }, 4, REFINING),
  },
  {
    name: "JPEG, progressive, 6,500 x 4,100 in three colours",
    outcome: "read",
    make: () => {
      const frame = { width: 6500, height: 4100, components: 3 };
      const start = scan(frame, [0, 1, 2], { first: 0, last: 0 });
      const further = [0, 1, 2].flatMap((component) => [
        scan(frame, [component], ALL),
        scan(frame, [component], REFINING),
      ]);
      return file(PROGRESSIVE, frame, [start, ...further]);
    },
  },
];
