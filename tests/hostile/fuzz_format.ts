import process from "node:process";
import { decode } from "../../src/imaging/decode/decode.ts";
import { PictureError } from "../../src/imaging/decode/errors.ts";
import type { Format } from "../../src/imaging/decode/signature.ts";
import { seeded } from "../imaging/draw.ts";
import { mutate } from "./mutate.ts";
import { SEEDS } from "./seeds.ts";

/** What came of the mutations of one format. */
export interface FuzzResult {
  readonly format: Format;
  readonly mutations: number;
  readonly refused: number;
  readonly read: number;
  /** Milliseconds of a core that the slowest one took, waiting not counted. */
  readonly worst: number;
}

/** Something other than a picture or a `PictureError` came out. */
export class FuzzError extends Error {
  override readonly name = "FuzzError";
}

/**
 * Decodes `count` mutations of the seeds of a format.
 *
 * @param seed The same mutations for the same seed, 1..2^31 - 2.
 * @throws {FuzzError} With the file in base64.
 */
export function fuzzFormat(
  format: Format,
  count: number,
  seed: number,
  onDone: (done: number) => void = () => {},
): FuzzResult {
  const random = seeded(seed);
  const seeds = SEEDS[format];
  const pick = () => seeds[Math.floor(random() * seeds.length)]!;
  let read = 0;
  let worst = 0;
  for (let done = 1; done <= count; done++) {
    const file = mutate(pick(), random, pick());
    const start = process.cpuUsage();
    if (isRead(file)) read++;
    const { user, system } = process.cpuUsage(start);
    worst = Math.max(worst, (user + system) / 1000);
    onDone(done);
  }
  return { format, mutations: count, refused: count - read, read, worst };
}

function isRead(file: Uint8Array): boolean {
  try {
    const { width, height, rgba } = decode(file);
    if (rgba.length === 4 * width * height) return true;
  } catch (error) {
    if (error instanceof PictureError) return false;
    throw new FuzzError(`${error}: ${file.toBase64()}`, { cause: error });
  }
  throw new FuzzError(`pixels are missing: ${file.toBase64()}`);
}
