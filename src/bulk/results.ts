import { BulkError } from "./bulk_error.ts";
import type { PictureName } from "./picture_name.ts";
import type { Done } from "./selection.ts";

/** Where lines go. */
export interface Results {
  /** What stood there already; null for nothing. */
  readonly done: Done | null;
  /** Returns when the operating system has all bytes: a process that is killed loses none of them. */
  write(lines: Uint8Array): void;
  close(): void;
}

const LINE_FEED = 10;
const BLOCK_BYTES = 2 ** 20;

/** Lines to whoever reads standard output. */
export function standardOutput(): Results {
  return {
    done: null,
    write: (lines) => writeAll(Deno.stdout, lines),
    close() {},
  };
}

/**
 * Lines at the end of a file, which nobody else may write meanwhile. A file
 * that a killed run has left ends with whole lines and, at most, the beginning
 * of one, which is cut off: its picture is read again.
 *
 * @param resume Whether to go on with a file that has lines already.
 * @throws {BulkError} When the file is there and not to be gone on with, is
 * being written, or is none of ours.
 */
export async function openResults(
  path: string,
  resume: boolean,
): Promise<Results> {
  const file = await openFile(path);
  try {
    if (!await file.tryLock(true)) {
      throw new BulkError(`${path}: another process is writing it`);
    }
    const { size } = await file.stat();
    if (size > 0 && !resume) {
      throw new BulkError(
        `${path}: there already; --resume goes on with it, else delete it or name another`,
      );
    }
    const done = await keepWholeLines(file, path);
    return {
      done,
      write: (lines) => writeAll(file, lines),
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

async function openFile(path: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(path, { read: true, write: true, create: true });
  } catch (error) {
    // An answer of the operating system, or of Deno's permissions: no bug.
    if (
      error instanceof Error &&
      ("code" in error || error instanceof Deno.errors.NotCapable)
    ) throw new BulkError(`--out: ${error.message}`);
    throw error;
  }
}

/** Cuts off a line without an end, and goes to the end of the others. */
async function keepWholeLines(
  file: Deno.FsFile,
  path: string,
): Promise<Done | null> {
  const { count, lastStart, end } = await findLines(file);
  await file.truncate(end);
  await file.seek(lastStart, Deno.SeekMode.Start);
  if (count === 0) return null;
  const last = new Uint8Array(end - lastStart);
  for (let filled = 0; filled < last.length;) {
    filled += await file.read(last.subarray(filled)) ?? last.length;
  }
  return { count, last: nameIn(new TextDecoder().decode(last), count, path) };
}

interface Lines {
  /** Those that are ended. */
  readonly count: number;
  /** Byte at which the last of these starts. */
  readonly lastStart: number;
  /** Byte after it. */
  readonly end: number;
}

async function findLines(file: Deno.FsFile): Promise<Lines> {
  const block = new Uint8Array(BLOCK_BYTES);
  let lines: Lines = { count: 0, lastStart: 0, end: 0 };
  for (let offset = 0;;) {
    const length = await file.read(block);
    if (length === null) return lines;
    const bytes = block.subarray(0, length);
    for (let at = bytes.indexOf(LINE_FEED); at !== -1;) {
      const { count, end } = lines;
      lines = { count: count + 1, lastStart: end, end: offset + at + 1 };
      at = bytes.indexOf(LINE_FEED, at + 1);
    }
    offset += length;
  }
}

/** @throws {BulkError} */
function nameIn(line: string, number: number, path: string): PictureName {
  try {
    const { file, index } = JSON.parse(line);
    if (typeof file === "string") {
      return typeof index === "number" ? { file, index } : { file };
    }
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) {
      throw error;
    }
  }
  throw new BulkError(
    `${path}, line ${number}: expected a result, found ${
      JSON.stringify(line.slice(0, 60))
    }; it is not what this task writes`,
  );
}

function writeAll(
  writer: { writeSync(bytes: Uint8Array): number },
  bytes: Uint8Array,
): void {
  for (let written = 0; written < bytes.length;) {
    written += writer.writeSync(bytes.subarray(written));
  }
}
