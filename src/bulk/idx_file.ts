import { BulkError } from "./bulk_error.ts";
import { ByteStream } from "./byte_stream.ts";

/**
 * A file of images in the IDX format in which MNIST is published
 * (http://yann.lecun.com/exdb/mnist/), also gzipped, read from its beginning to
 * its end without ever being held whole:
 *
 *   byte 0   0, 0, 8 for unsigned bytes, 3 for three dimensions
 *   byte 4   images, rows, columns: 32 bits each, big-endian
 *   byte 16  the values, row-major
 */
export interface IdxFile {
  readonly path: string;
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /**
   * All images, some in a row at a time, each `height` x `width`.
   *
   * @throws {BulkError} When the file ends before its last image.
   */
  blocks(): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

const MAGIC = [0, 0, 8, 3];
/** RFC 1952, 2.3.1. */
const GZIP = [0x1f, 0x8b];
const HEADER_LENGTH = 16;
/** Bytes of one block at most: small beside a worker, large beside a read. */
const BLOCK_BYTES = 2 ** 20;

/** Whether a file begins as IDX images do, or as anything gzipped does. */
export async function isIdxFile(path: string): Promise<boolean> {
  using file = await Deno.open(path);
  const start = new Uint8Array(MAGIC.length);
  const length = await file.read(start) ?? 0;
  return startsWith(start.subarray(0, length), MAGIC) ||
    startsWith(start.subarray(0, length), GZIP);
}

/** @throws {BulkError} When it holds no images. */
export async function openIdx(path: string): Promise<IdxFile> {
  const bytes = new ByteStream(await openBytes(path));
  const header = await read(bytes, HEADER_LENGTH, path);
  if (header.length < HEADER_LENGTH || !startsWith(header, MAGIC)) {
    await bytes.close();
    const found = header.length < HEADER_LENGTH
      ? `${header.length} bytes`
      : header.subarray(0, MAGIC.length).toHex();
    throw new BulkError(
      `${path}: expected IDX images, which begin with 00000803, found ${found}`,
    );
  }
  const view = new DataView(header.buffer, header.byteOffset);
  const [count, height, width] = [4, 8, 12].map((at) => view.getUint32(at)) as [
    number,
    number,
    number,
  ];
  const size = height * width;
  if (size === 0 || size > BLOCK_BYTES) {
    await bytes.close();
    throw new BulkError(
      `${path}: expected images of 1 to ${BLOCK_BYTES} pixels, found ${height} x ${width}`,
    );
  }
  async function* blocks(): AsyncGenerator<Uint8Array> {
    const most = Math.floor(BLOCK_BYTES / size);
    for (let done = 0; done < count;) {
      const block = await read(
        bytes,
        Math.min(most, count - done) * size,
        path,
      );
      const images = Math.floor(block.length / size);
      if (images > 0) yield block.subarray(0, images * size);
      done += images;
      if (images === 0) {
        throw new BulkError(
          `${path}: expected ${count} images, found ${done}; the file is cut off`,
        );
      }
    }
  }
  return { path, count, height, width, blocks, close: () => bytes.close() };
}

async function openBytes(path: string): Promise<ReadableStream<Uint8Array>> {
  const file = await Deno.open(path);
  const start = new Uint8Array(GZIP.length);
  const length = await file.read(start) ?? 0;
  await file.seek(0, Deno.SeekMode.Start);
  return startsWith(start.subarray(0, length), GZIP)
    ? file.readable.pipeThrough(new DecompressionStream("gzip"))
    : file.readable;
}

/** @throws {BulkError} When what is gzipped is broken. */
async function read(
  bytes: ByteStream,
  length: number,
  path: string,
): Promise<Uint8Array> {
  try {
    return await bytes.read(length);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new BulkError(`${path}: expected gzip, found: ${error.message}`);
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((value, i) => bytes[i] === value);
}
