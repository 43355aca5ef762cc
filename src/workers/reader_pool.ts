import type {
  PictureReader,
  PictureReading,
  ShownReading,
} from "../picture_reader.ts";
import { isQuick } from "./is_quick.ts";
import { Lane, type LaneState } from "./lane.ts";
import {
  MAX_LOST_WORKERS,
  MAX_PHOTOS_IDLE,
  MAX_PHOTOS_WAITING,
  MAX_QUICK_WAITING,
  READ_DEADLINE,
  READ_PATIENCE,
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
  /** When what is drawn finds a worker that has started. */
  readonly ready: Promise<void>;
  /** By their names. */
  lanes(): Readonly<Record<"quick" | "photos", LaneState>>;
  /** Ends the workers. */
  close(): void;
}

/** What every worker works with. */
export type Program = Omit<Start, "isThrifty">;

export interface ReaderPoolOptions {
  /** The folder `src`: all that workers may read. */
  readonly source: URL;
  /** What the workers work with; the first loads meanwhile. */
  readonly start: Program | Promise<Program>;
  /** Is told why reading cannot go on; only a new process can. */
  readonly onWornOut: (reason: string) => void;
}

/**
 * Two lanes, so that what is drawn in the page never waits behind photos: one
 * worker for quick pictures, one for the others: a photo may need 192 MiB while
 * it is decoded, so that two at once would double what the process needs.
 */
export function createReaderPool(
  { source, start, onWornOut }: ReaderPoolOptions,
): ReaderPool {
  const shared = {
    deadline: READ_DEADLINE,
    patience: READ_PATIENCE,
    maxLost: MAX_LOST_WORKERS,
    onWornOut,
  };
  const quick = new Lane<Question>({
    ...shared,
    spawn: () => spawn(source, start, false),
    workers: 1,
    maxWaiting: MAX_QUICK_WAITING,
  });
  const photos = new Lane<Question>({
    ...shared,
    spawn: () => spawn(source, start, true),
    workers: 1,
    maxWaiting: MAX_PHOTOS_WAITING,
    maxIdle: MAX_PHOTOS_IDLE,
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
    ready: quick.ready,
    lanes: () => ({ quick: quick.state, photos: photos.state }),
    close() {
      quick.close();
      photos.close();
    },
  };
}

/** A worker that may do nothing but read the source of the service. */
function spawn(
  source: URL,
  start: Program | Promise<Program>,
  isThrifty: boolean,
): Worker {
  const worker = new Worker(new URL("workers/reader_worker.ts", source), {
    type: "module",
    name: "reader",
    deno: { permissions: { read: [source] } },
  });
  Promise.resolve(start).then((program) => {
    const message: Start = { ...program, isThrifty };
    worker.postMessage(message);
  });
  return worker;
}
