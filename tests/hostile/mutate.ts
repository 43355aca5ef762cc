import { crc32 } from "node:zlib";
import { joinBytes } from "../imaging/make_png.ts";

/** Numbers in [0, 1). */
export type Random = () => number;

/** Changes of one file at most. */
const MOST_CHANGES = 4;
/** Bytes at the start of a file where half of all changes are made. */
const HEADER = 64;
/** Longest piece that is moved about. */
const LONGEST_PIECE = 32;
/** Values at which numbers of 1, 2 and 4 bytes turn over. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff];

type Change = (
  file: Uint8Array,
  random: Random,
  other: Uint8Array,
) => Uint8Array;

const CHANGES: readonly Change[] = [
  function replaceByte(file, random) {
    const changed = file.slice();
    changed[placeIn(file, random)] = below(random, 256);
    return changed;
  },
  function flipBit(file, random) {
    const changed = file.slice();
    changed[placeIn(file, random)]! ^= 1 << below(random, 8);
    return changed;
  },
  function writeEdge(file, random) {
    const changed = file.slice();
    const bytes = new DataView(new ArrayBuffer(4));
    bytes.setUint32(0, EDGES[below(random, EDGES.length)]!, random() < 0.5);
    const size = [1, 2, 4][below(random, 3)]!;
    const start = random() < 0.5 ? 0 : 4 - size;
    const value = new Uint8Array(bytes.buffer, start, size);
    const at = placeIn(file, random);
    changed.set(value.subarray(0, changed.length - at), at);
    return changed;
  },
  function remove(file, random) {
    const [from, to] = pieceOf(file, random);
    return joinBytes([file.subarray(0, from), file.subarray(to)]);
  },
  function repeat(file, random) {
    const [from, to] = pieceOf(file, random);
    const times = 1 + below(random, 8);
    const piece = file.subarray(from, to);
    return joinBytes([
      file.subarray(0, to),
      ...Array<Uint8Array>(times).fill(piece),
      file.subarray(to),
    ]);
  },
  function insertNoise(file, random) {
    const at = placeIn(file, random);
    const noise = Uint8Array.from(
      { length: 1 + below(random, LONGEST_PIECE) },
      () => below(random, 256),
    );
    return joinBytes([file.subarray(0, at), noise, file.subarray(at)]);
  },
  function cutOff(file, random) {
    return file.slice(0, below(random, file.length));
  },
  function splice(file, random, other) {
    const [from, to] = pieceOf(other, random);
    const changed = file.slice();
    const at = placeIn(file, random);
    changed.set(other.subarray(from, to).subarray(0, file.length - at), at);
    return changed;
  },
];

/** One of many ways to break `file`; pieces may come out of `other`. */
export function mutate(
  file: Uint8Array,
  random: Random,
  other: Uint8Array,
): Uint8Array {
  let changed = file;
  for (let i = below(random, MOST_CHANGES); i >= 0; i--) {
    if (changed.length === 0) break;
    const change = CHANGES[below(random, CHANGES.length)]!;
    changed = change(changed, random, other);
  }
  // Else hardly a change would get by the checksums and lengths.
  return random() < 0.5 ? changed : repaired(changed);
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

function placeIn(file: Uint8Array, random: Random): number {
  const limit = random() < 0.5 ? Math.min(HEADER, file.length) : file.length;
  return below(random, limit);
}

function pieceOf(file: Uint8Array, random: Random): [number, number] {
  const from = placeIn(file, random);
  return [from, Math.min(file.length, from + 1 + below(random, LONGEST_PIECE))];
}

/** The same with its checksums (PNG) or its length (WebP) put right. */
function repaired(file: Uint8Array): Uint8Array {
  const fixed = file.slice();
  const view = new DataView(fixed.buffer);
  if (fixed[0] === 0x89) {
    for (let at = 8; at + 12 <= fixed.length;) {
      const end = at + 8 + view.getUint32(at);
      if (end + 4 > fixed.length) break;
      view.setUint32(end, crc32(fixed.subarray(at + 4, end)));
      at = end + 4;
    }
  } else if (fixed[0] === 0x52 && fixed.length >= 12) {
    view.setUint32(4, fixed.length - 8, true);
  }
  return fixed;
}
