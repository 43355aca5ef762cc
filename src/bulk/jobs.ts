import { BulkError } from "./bulk_error.ts";
import { type IdxFile, openIdx } from "./idx_file.ts";
import type { Input } from "./inputs.ts";
import { INPUTS_A_BATCH, PICTURES_A_BATCH } from "./limits.ts";
import { listPictures } from "./list_pictures.ts";
import type { FileQuestion, ImagesQuestion } from "./messages.ts";
import type { Selection } from "./selection.ts";

/** A question for a worker; the bytes of a file are yet to be read. */
export type Job = ImagesQuestion | Omit<FileQuestion, "bytes">;

export interface JobOptions {
  readonly selection: Selection;
  /** Whether images of IDX files are the network's own input. */
  readonly isNormalized: boolean;
}

/** Side of the network's own input. */
const SIDE = 28;

/**
 * The selected pictures of all inputs, in their order, packed into questions.
 *
 * @throws {BulkError}
 */
export async function* jobsOf(
  inputs: readonly Input[],
  options: JobOptions,
): AsyncGenerator<Job> {
  for (const input of inputs) {
    if (input.kind === "idx") yield* idxJobs(input.path, options);
    else yield* fileJobs(pathsOf(input), options);
  }
  options.selection.finish();
}

async function* fileJobs(
  paths: AsyncIterable<string> | Iterable<string>,
  { selection }: JobOptions,
): AsyncGenerator<Job> {
  for await (const file of paths) {
    if (selection.takes({ file })) yield { kind: "file", file };
  }
}

function pathsOf({ kind, path }: Input) {
  return kind === "folder" ? listPictures(path) : [path];
}

async function* idxJobs(
  path: string,
  { selection, isNormalized }: JobOptions,
): AsyncGenerator<Job> {
  const idx = await openIdx(path);
  try {
    if (isNormalized) checkSide(idx);
    const kind = isNormalized ? "normalized" : "pictures";
    const most = isNormalized ? INPUTS_A_BATCH : PICTURES_A_BATCH;
    let first = 0;
    for await (const block of idx.blocks()) {
      yield* blockJobs(idx, block, { kind, most, first, selection });
      first += block.length / (idx.width * idx.height);
    }
  } finally {
    await idx.close();
  }
}

function checkSide({ path, height, width }: IdxFile): void {
  if (height === SIDE && width === SIDE) return;
  throw new BulkError(
    `${path}: expected images of ${SIDE} x ${SIDE}, found ${height} x ${width}; --no-normalized reads them as pictures`,
  );
}

interface Packing {
  readonly kind: ImagesQuestion["kind"];
  /** Images of one question at most. */
  readonly most: number;
  /** Place of the block's first image in the file. */
  readonly first: number;
  readonly selection: Selection;
}

function* blockJobs(
  { path: file, width, height }: IdxFile,
  block: Uint8Array,
  { kind, most, first, selection }: Packing,
): Generator<ImagesQuestion> {
  const size = width * height;
  const end = first + block.length / size;
  let indexes: number[] = [];
  for (let index = first; index < end; index++) {
    if (selection.takes({ file, index })) indexes.push(index);
    if (indexes.length === 0) continue;
    if (indexes.length < most && index < end - 1) continue;
    const pixels = new Uint8Array(indexes.length * size);
    indexes.forEach((from, place) => {
      const at = (from - first) * size;
      pixels.set(block.subarray(at, at + size), place * size);
    });
    yield { kind, file, indexes, width, height, pixels };
    indexes = [];
  }
}
