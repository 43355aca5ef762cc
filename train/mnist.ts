import { parseIdx } from "./idx.ts";

/** Side of an image in pixels. */
export const SIDE = 28;
export const PIXELS = SIDE * SIDE;

/** Images with their labels. */
export interface DataSet {
  readonly count: number;
  /** count x 28 x 28, 0 = paper, 255 = full ink. */
  readonly images: Uint8Array;
  /** One an image: 0..9, in sets of our own any class. */
  readonly labels: Uint8Array;
}

/** The four files, with the SHA-256 of their decompressed bytes; the gzip wrappers differ by mirror. */
export const FILES = {
  "train-images-idx3-ubyte":
    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
  "train-labels-idx1-ubyte":
    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
  "t10k-images-idx3-ubyte":
    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
  "t10k-labels-idx1-ubyte":
    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
} as const;

type FileName = keyof typeof FILES;

/** MNIST cannot be used as it is; the message says which file and what to do. */
export class DataError extends Error {
  override name = "DataError";
}

/** Where MNIST is kept. */
export function mnistDir(): string {
  return Deno.env.get("MNIST_DIR") ?? "data/mnist";
}

/** @throws {DataError} */
export async function loadTrain(dir = mnistDir()): Promise<DataSet> {
  return await load(dir, "train-images-idx3-ubyte", "train-labels-idx1-ubyte");
}

/** For reporting only: nothing is ever chosen by it. @throws {DataError} */
export async function loadTest(dir = mnistDir()): Promise<DataSet> {
  return await load(dir, "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
}

/** One hash for the data a run was trained on. */
export async function dataHash(set: DataSet): Promise<string> {
  const bytes = new Uint8Array(set.images.length + set.labels.length);
  bytes.set(set.images);
  bytes.set(set.labels, set.images.length);
  return await sha256(bytes);
}

/** Pixels of one image as the network takes them, 0..1. */
export function readImage(
  out: Float32Array,
  set: DataSet,
  index: number,
): void {
  for (let i = 0; i < PIXELS; i++) {
    out[i] = set.images[index * PIXELS + i]! / 255;
  }
}

/**
 * Decompresses a file and checks what it holds.
 *
 * @param hash SHA-256 of the decompressed bytes, in hex
 * @throws {DataError}
 */
export async function readVerified(
  path: string,
  hash: string,
): Promise<Uint8Array> {
  const bytes = await gunzip(path);
  const found = await sha256(bytes);
  if (found !== hash) {
    throw new DataError(
      `${path}: expected SHA-256 ${hash}, found ${found}; ` +
        "delete it and run `deno task data` to fetch it again",
    );
  }
  return bytes;
}

async function load(
  dir: string,
  images: FileName,
  labels: FileName,
): Promise<DataSet> {
  const image = parseIdx(
    await readVerified(`${dir}/${images}.gz`, FILES[images]),
    3,
  );
  const label = parseIdx(
    await readVerified(`${dir}/${labels}.gz`, FILES[labels]),
    1,
  );
  return { count: label.data.length, images: image.data, labels: label.data };
}

async function gunzip(path: string): Promise<Uint8Array> {
  let file: Deno.FsFile;
  try {
    file = await Deno.open(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new DataError(
      `${path}: not found; run \`deno task data\` to fetch MNIST, or set MNIST_DIR to its folder`,
    );
  }
  try {
    const stream = file.readable.pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (error) {
    throw new DataError(
      `${path}: expected gzip, found ${
        error instanceof Error ? error.message : error
      }; ` +
        "delete it and run `deno task data` to fetch it again",
    );
  }
}

async function sha256(bytes: Uint8Array): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes.slice()))
    .toHex();
}
