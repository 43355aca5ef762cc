import { readPictureHeader } from "../imaging/decode/header.ts";
import type {
  PictureReader,
  PictureReading,
  ShownReading,
} from "../picture_reader.ts";
import { Lane, type LaneState } from "./lane.ts";
import {
  MAX_LOST_WORKERS,
  MAX_PHOTO_WORKERS,
  MAX_PHOTOS_WAITING,
  MAX_QUICK_BYTES,
  MAX_QUICK_PIXELS,
  MAX_QUICK_WAITING,
  READ_DEADLINE,
} from "./limits.ts";
import {
  type Answer,
  type Question,
  readingOf,
  type Start,
} from "./messages.ts";

/**
 * Reads pictures in workers, so that the server answers meanwhile. Throws
 * `BusyError` when too many wait, and `DecodeTimeoutError` when it takes too
 * long.
 */
export interface ReaderPool extends PictureReader {
  /** By their names. */
  lanes(): Readonly<Record<"quick" | "photos", LaneState>>;
  /** Ends the workers. */
  close(): void;
}

export interface ReaderPoolOptions extends Start {
  /** Is told why reading cannot go on; only a new process can. */
  readonly onWornOut: (reason: string) => void;
}

/**
 * Two lanes, so that what is drawn in the page never waits behind photos: one
 * worker for quick pictures, and for the others as many as there are cores to
 * spare.
 */
export function createReaderPool(
  { onWornOut, ...start }: ReaderPoolOptions,
): ReaderPool {
  const shared = {
    spawn: () => spawn(start),
    deadline: READ_DEADLINE,
    maxLost: MAX_LOST_WORKERS,
    onWornOut,
  };
  const quick = new Lane<Question>({
    ...shared,
    workers: 1,
    maxWaiting: MAX_QUICK_WAITING,
  });
  const spare = navigator.hardwareConcurrency - 1;
  const photos = new Lane<Question>({
    ...shared,
    workers: Math.min(MAX_PHOTO_WORKERS, Math.max(1, spare)),
    maxWaiting: MAX_PHOTOS_WAITING,
  });
  async function ask<Read extends PictureReading>(
    bytes: Uint8Array,
    wanted: Question["wanted"],
  ): Promise<Read> {
    const lane = isQuick(bytes) ? quick : photos;
    const { buffer } = bytes;
    const transfer = buffer instanceof ArrayBuffer ? [buffer] : [];
    return readingOf(await lane.ask<Answer<Read>>({ bytes, wanted }, transfer));
  }
  return {
    read: (bytes) => ask<PictureReading>(bytes, "read"),
    show: (bytes) => ask<ShownReading>(bytes, "show"),
    lanes: () => ({ quick: quick.state, photos: photos.state }),
    close() {
      quick.close();
      photos.close();
    },
  };
}

/** @throws {PictureError} When a short file can be refused right away. */
function isQuick(bytes: Uint8Array): boolean {
  if (bytes.length > MAX_QUICK_BYTES) return false;
  const { width, height } = readPictureHeader(bytes);
  return width * height <= MAX_QUICK_PIXELS;
}

/** A worker that may do nothing but read the source of the service. */
function spawn(start: Start): Worker {
  const worker = new Worker(new URL("./reader_worker.ts", import.meta.url), {
    type: "module",
    name: "reader",
    deno: { permissions: { read: [new URL("../", import.meta.url)] } },
  });
  worker.postMessage(start);
  return worker;
}
