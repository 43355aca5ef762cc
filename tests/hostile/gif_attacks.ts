import { bitWriter } from "./bit_writer.ts";
import { makeGif } from "../imaging/make_gif.ts";
import { joinBytes } from "../imaging/make_png.ts";
import { type Attack, MAX_FILE } from "./attack.ts";

const PALETTE = [[255, 255, 255], [0, 0, 0]] as const;
const DOT = { x: 0, y: 0, width: 1, height: 1 };
const TRAILER_LENGTH = 1;
/** Of `makeGif`: screen and a palette of 128 colours. */
const HEAD_LENGTH = 13 + 3 * 128;

function gif(
  canvas: readonly [number, number],
  frame: { x: number; y: number; width: number; height: number },
  indices = Uint8Array.of(1),
): Uint8Array {
  return makeGif({ canvas, frame, indices, palette: PALETTE });
}

/** Many frames behind each other. */
function animated(count: number, side: number): Uint8Array {
  const one = gif(
    [side, side],
    { ...DOT, width: 4, height: 4 },
    new Uint8Array(16),
  );
  const frame = one.subarray(HEAD_LENGTH, -TRAILER_LENGTH);
  return joinBytes([
    one.subarray(0, HEAD_LENGTH),
    ...Array(count).fill(frame),
    one.subarray(-TRAILER_LENGTH),
  ]);
}

const MINIMUM_CODE_SIZE = 2;
const CLEAR = 4;
const END = 5;
const FIRST_FREE = 6;
const LAST_CODE = 4095;

/**
 * LZW at its densest (GIF89a, appendix F): each code stands for one pixel more
 * than the one before it, up to 4,090 pixels in 12 bits.
 */
function packedPixels(count: number): Uint8Array {
  const out = bitWriter();
  const least = MINIMUM_CODE_SIZE + 1;
  const write = (code: number, next: number) =>
    out.write(code, Math.max(least, Math.min(12, 32 - Math.clz32(next))));
  let left = count;
  while (left > 0) {
    write(CLEAR, left === count ? CLEAR : LAST_CODE);
    write(0, CLEAR);
    left--;
    for (let code = FIRST_FREE; code <= LAST_CODE && left > 0; code++) {
      const run = Math.min(code - FIRST_FREE + 2, left);
      write(run === 1 ? 0 : FIRST_FREE + run - 2, code);
      left -= run;
    }
  }
  out.write(END, 12);
  return out.bytes();
}

/** A frame as large as its canvas, of a few KB. */
function packed(width: number, height: number): Uint8Array {
  const whole = gif([width, height], { ...DOT, width, height });
  const head = whole.subarray(0, HEAD_LENGTH + 10);
  const data = packedPixels(width * height);
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const block = data.subarray(at, at + 255);
    blocks.push(Uint8Array.of(block.length), block);
  }
  const tail = Uint8Array.of(0, 0x3b);
  return joinBytes([head, Uint8Array.of(MINIMUM_CODE_SIZE), ...blocks, tail]);
}

export const GIF_ATTACKS: readonly Attack[] = [
  {
    name: "GIF, canvas 65,535 x 65,535, a frame of one pixel",
    outcome: "too-large",
    make: () => gif([65_535, 65_535], DOT),
  },
  {
    name: "GIF, canvas 28 x 28, a frame of 15,000 x 15,000",
    outcome: "malformed",
    make: () => gif([28, 28], { ...DOT, width: 15_000, height: 15_000 }),
  },
  {
    name: "GIF, a frame beside its canvas",
    outcome: "malformed",
    make: () => gif([28, 28], { ...DOT, x: 65_535, y: 65_535 }),
  },
  {
    name: "GIF, a canvas without pixels",
    outcome: "malformed",
    make: () => gif([0, 0], { ...DOT, width: 0, height: 0 }),
  },
  {
    name: "GIF of 10,000 frames of 500 x 500",
    outcome: "read",
    make: () => animated(10_000, 500),
  },
  {
    name: "GIF, 4,096 x 4,096 pixels packed into 13 KB",
    outcome: "read",
    make: () => packed(4096, 4096),
  },
  {
    name: "GIF, canvas 4,096 x 4,096, a frame of one pixel",
    outcome: "read",
    make: () => gif([4096, 4096], DOT),
  },
  {
    name: "GIF of 10 MiB of comments before its frame",
    outcome: "read",
    make: () => {
      const small = gif([1, 1], DOT);
      const comment = Uint8Array.of(0x21, 0xfe, 1, 0x2e, 0);
      const count = Math.floor((MAX_FILE - 1000) / comment.length);
      return joinBytes([
        small.subarray(0, HEAD_LENGTH),
        ...Array(count).fill(comment),
        small.subarray(HEAD_LENGTH),
      ]);
    },
  },
  {
    name: "GIF of one comment of 10 MiB without an end",
    outcome: "malformed",
    make: () => {
      const small = gif([1, 1], DOT).subarray(0, HEAD_LENGTH);
      const comment = new Uint8Array(MAX_FILE - 1000).fill(1);
      comment.set([0x21, 0xfe]);
      return joinBytes([small, comment]);
    },
  },
];
