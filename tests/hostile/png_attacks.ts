import { deflateSync } from "node:zlib";
import { joinBytes, latin1, pngChunk, pngHeader } from "../imaging/make_png.ts";
import { type Attack, MAX_FILE } from "./attack.ts";

const SIGNATURE = latin1("\x89PNG\r\n\x1a\n");
const END = pngChunk("IEND", new Uint8Array());
const GRAY = { bitDepth: 8, colorType: 0 };

type Color = { readonly bitDepth: number; readonly colorType: number };

function header(
  width: number,
  height: number,
  color: Color = GRAY,
  isInterlaced = false,
): Uint8Array {
  const data = pngHeader(width, height, color);
  data[12] = +isInterlaced;
  return pngChunk("IHDR", data);
}

/** `length` equal bytes, deflated. */
function flood(length: number, value = 0): Uint8Array {
  return deflateSync(new Uint8Array(length).fill(value));
}

/** One pixel, with further chunks before and after it. */
function tiny(before: Uint8Array[], after: Uint8Array[] = []): Uint8Array {
  const pixel = pngChunk("IDAT", flood(2));
  return joinBytes([SIGNATURE, header(1, 1), ...before, pixel, ...after, END]);
}

/** A picture of nothing, as large as its header says. */
function blank(
  side: number,
  bytesPerPixel: number,
  color: Color,
  filter = 0,
): Uint8Array {
  const row = 1 + side * bytesPerPixel;
  const rows = new Uint8Array(side * row);
  for (let y = 0; y < side; y++) rows[y * row] = filter;
  const data = pngChunk("IDAT", deflateSync(rows));
  return joinBytes([SIGNATURE, header(side, side, color), data, END]);
}

function repeat(part: Uint8Array, length: number): Uint8Array[] {
  return Array(Math.floor(length / part.length)).fill(part);
}

const MEGABYTES = 1e6;
const PAETH = 4;

export const PNG_ATTACKS: readonly Attack[] = [
  {
    name: "PNG, 15,000 x 15,000 pixels of 1 bit",
    outcome: "too-large",
    make: () =>
      joinBytes([
        SIGNATURE,
        header(15_000, 15_000, { bitDepth: 1, colorType: 0 }),
        pngChunk("IDAT", flood(15_000 * 1876)),
        END,
      ]),
  },
  {
    name: "PNG of 2^31 - 1 pixels a side",
    outcome: "too-large",
    make: () => joinBytes([SIGNATURE, header(2 ** 31 - 1, 2 ** 31 - 1), END]),
  },
  {
    name: "PNG with a second, larger header",
    outcome: "malformed",
    make: () => tiny([header(30_000, 30_000)]),
  },
  {
    name: "PNG with a second header behind its pixels",
    outcome: "malformed",
    make: () => tiny([], [header(30_000, 30_000)]),
  },
  {
    name: "PNG whose chunk claims 4 GB",
    outcome: "malformed",
    make: () => {
      const file = joinBytes([SIGNATURE, header(9, 9), new Uint8Array(12)]);
      file.set([0xff, 0xff, 0xff, 0xff, ...latin1("IDAT")], 33);
      return file;
    },
  },
  {
    name: "PNG of palette colours before there is a palette",
    outcome: "malformed",
    make: () =>
      joinBytes([
        SIGNATURE,
        header(1, 1, { bitDepth: 8, colorType: 3 }),
        pngChunk("IDAT", flood(2)),
        pngChunk("PLTE", new Uint8Array(3)),
        END,
      ]),
  },
  {
    name: "PNG whose colours lie outside its palette",
    outcome: "either",
    make: () =>
      joinBytes([
        SIGNATURE,
        header(9, 9, { bitDepth: 8, colorType: 3 }),
        pngChunk("PLTE", new Uint8Array(3)),
        pngChunk("IDAT", flood(90, 1)),
        END,
      ]),
  },
  {
    name: "PNG with 100 MB of text deflated into 100 KB",
    outcome: "either",
    make: () =>
      tiny([pngChunk(
        "zTXt",
        joinBytes([latin1("Comment\0\0"), flood(100 * MEGABYTES)]),
      )]),
  },
  {
    name: "PNG with a colour profile of 100 MB deflated into 100 KB",
    outcome: "either",
    make: () =>
      tiny([pngChunk(
        "iCCP",
        joinBytes([latin1("profile\0\0"), flood(100 * MEGABYTES)]),
      )]),
  },
  {
    name: "PNG of one pixel with 100 MB of pixels behind it",
    outcome: "either",
    make: () =>
      joinBytes([
        SIGNATURE,
        header(1, 1),
        pngChunk("IDAT", flood(100 * MEGABYTES)),
        END,
      ]),
  },
  {
    name: "PNG of 800,000 empty chunks",
    outcome: "either",
    make: () =>
      tiny(repeat(pngChunk("teSt", new Uint8Array()), MAX_FILE - 100)),
  },
  {
    name: "PNG of 800,000 empty pieces of pixels",
    outcome: "either",
    make: () =>
      tiny([], repeat(pngChunk("IDAT", new Uint8Array()), MAX_FILE - 100)),
  },
  {
    name: "PNG of 200,000 texts",
    outcome: "either",
    make: () =>
      tiny(repeat(
        pngChunk("tEXt", latin1("Comment\0" + "x".repeat(24))),
        MAX_FILE - 100,
      )),
  },
  {
    name: "PNG that is an animation of huge frames",
    outcome: "either",
    make: () => {
      const control = new Uint8Array(26);
      control.set([0, 0, 0x7f, 0xff, 0, 0, 0x7f, 0xff], 4);
      const animation = pngChunk("acTL", Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 0));
      return tiny([animation, pngChunk("fcTL", control)]);
    },
  },
  {
    name: "PNG, 4,096 x 4,096 pixels of 64 bits",
    outcome: "too-large",
    make: () => blank(4096, 8, { bitDepth: 16, colorType: 6 }),
  },
  {
    name: "PNG, 2,896 x 2,896 pixels of 64 bits",
    outcome: "read",
    make: () => blank(2896, 8, { bitDepth: 16, colorType: 6 }, PAETH),
  },
  {
    name: "PNG, 4,096 x 4,096 pixels, filtered by Paeth",
    outcome: "read",
    make: () => blank(4096, 4, { bitDepth: 8, colorType: 6 }, PAETH),
  },
  {
    name: "PNG, 12,000 x 1,398 pixels, interlaced",
    outcome: "read",
    make: () =>
      joinBytes([
        SIGNATURE,
        header(12_000, 1398, { bitDepth: 8, colorType: 6 }, true),
        // Of the seven passes' rows, each has a byte for its filter.
        pngChunk(
          "IDAT",
          flood(12_000 * 1398 * 4 + 175 + 175 + 175 + 350 + 349 + 699 + 699),
        ),
        END,
      ]),
  },
];
