import { DataError, readVerified } from "./mnist.ts";

/** Public copies of the original files. */
export const MIRRORS = [
  "https://storage.googleapis.com/cvdf-datasets/mnist/",
  "https://ossci-datasets.s3.amazonaws.com/mnist/",
] as const;

/** Milliseconds without a byte after which a mirror is given up. */
const STALL_TIMEOUT = 30_000;

/** What is happening to one file. */
export type DownloadEvent =
  | { readonly kind: "present"; readonly name: string }
  | {
    readonly kind: "bytes";
    readonly name: string;
    readonly done: number;
    readonly total: number | null;
  }
  | {
    readonly kind: "failed";
    readonly name: string;
    readonly mirror: string;
    readonly reason: string;
  }
  | { readonly kind: "verified"; readonly name: string };

/** One file could be had from no mirror. */
export class DownloadError extends DataError {
  override name = "DownloadError";
}

/**
 * Makes a folder hold verified, gzipped files. What is there and right is kept; a file is written
 * under another name until its hash is right, so a broken download never looks like data; where a
 * mirror allows it, the next attempt goes on where the last one broke off.
 *
 * @param files SHA-256 of the decompressed bytes by name without ".gz"
 * @param mirrors addresses to which the file's name is added, tried in turn
 * @throws {DownloadError} naming the file, and what each mirror answered
 */
export async function download(
  folder: string,
  files: Readonly<Record<string, string>>,
  mirrors: readonly string[],
  onEvent: (event: DownloadEvent) => void,
): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  for (const [name, hash] of Object.entries(files)) {
    if (await isVerified(`${folder}/${name}.gz`, hash)) {
      onEvent({ kind: "present", name });
    } else {
      await fetchFile(folder, name, hash, mirrors, onEvent);
    }
  }
}

async function fetchFile(
  folder: string,
  name: string,
  hash: string,
  mirrors: readonly string[],
  onEvent: (event: DownloadEvent) => void,
): Promise<void> {
  const path = `${folder}/${name}.gz`;
  const partial = `${path}.partial`;
  const reasons: string[] = [];
  for (const mirror of mirrors) {
    const show = (done: number, total: number | null) =>
      onEvent({ kind: "bytes", name, done, total });
    try {
      await fetchVerified(`${mirror}${name}.gz`, partial, hash, show);
      await Deno.rename(partial, path);
      onEvent({ kind: "verified", name });
      return;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      reasons.push(`${mirror}: ${error.message}`);
      onEvent({ kind: "failed", name, mirror, reason: error.message });
    }
  }
  throw new DownloadError(
    `Cannot download ${name}.gz. ${reasons.join("; ")}. ` +
      `Run \`deno task data\` again, or put the file into ${folder} by hand`,
  );
}

/** What an earlier attempt left may come from another wrapper of the same data: then start over. */
async function fetchVerified(
  url: string,
  partial: string,
  hash: string,
  onBytes: (done: number, total: number | null) => void,
): Promise<void> {
  const resumed = await sizeOf(partial) > 0;
  try {
    await fetchRest(url, partial, onBytes);
    await verify(partial, hash);
  } catch (error) {
    if (
      !resumed || !(error instanceof DataError) ||
      error instanceof DownloadError
    ) throw error;
    await fetchRest(url, partial, onBytes);
    await verify(partial, hash);
  }
}

/** Downloads what `partial` does not hold yet. */
async function fetchRest(
  url: string,
  partial: string,
  onBytes: (done: number, total: number | null) => void,
): Promise<void> {
  const have = await sizeOf(partial);
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), STALL_TIMEOUT);
  try {
    const headers = new Headers({ "accept-encoding": "identity" });
    if (have > 0) headers.set("range", `bytes=${have}-`);
    const response = await fetch(url, { headers, signal: stalled.signal });
    // 416: nothing is left to send; the hash tells whether what is there is right.
    if (response.status === 416 && have > 0) {
      return await response.body?.cancel();
    }
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      throw new DownloadError(
        `answered ${response.status} ${response.statusText}`.trim(),
      );
    }
    const resumed = response.status === 206;
    let done = resumed ? have : 0;
    const length = response.headers.get("content-length");
    const total = length === null ? null : done + Number(length);
    using file = await Deno.open(partial, {
      create: true,
      write: true,
      append: resumed,
      truncate: !resumed,
    });
    for await (const chunk of response.body) {
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(), STALL_TIMEOUT);
      await writeAll(file, chunk);
      onBytes(done += chunk.length, total);
    }
    if (total !== null && done !== total) {
      throw new DownloadError(
        `broke off: expected ${total} bytes, found ${done}`,
      );
    }
  } catch (error) {
    if (stalled.signal.aborted) {
      throw new DownloadError(`sent nothing for ${STALL_TIMEOUT / 1000} s`);
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function writeAll(file: Deno.FsFile, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += await file.write(bytes.subarray(written));
  }
}

/** Wrong bytes are removed: going on from them could never come right. */
async function verify(partial: string, hash: string): Promise<void> {
  try {
    await readVerified(partial, hash);
  } catch (error) {
    await Deno.remove(partial);
    throw error;
  }
}

async function isVerified(path: string, hash: string): Promise<boolean> {
  try {
    await readVerified(path, hash);
    return true;
  } catch (error) {
    if (error instanceof DataError) return false;
    throw error;
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await Deno.stat(path)).size;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return 0;
    throw error;
  }
}
