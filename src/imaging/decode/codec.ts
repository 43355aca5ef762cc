import { PictureError } from "./errors.ts";
import type { Format } from "./signature.ts";

/** What the Rust codecs of imagescript have in common. */
export interface CodecExports extends WebAssembly.Exports {
  readonly memory: WebAssembly.Memory;
  /** Address of `size` fresh bytes. */
  walloc(size: number): number;
}

/** Copies `bytes` into the memory of a codec; returns their address. */
export function give(codec: CodecExports, bytes: Uint8Array): number {
  const address = codec.walloc(bytes.length);
  new Uint8Array(codec.memory.buffer).set(bytes, address);
  return address;
}

/** `length` bytes in the memory of a codec, which stays as long as they do. */
export function take(
  codec: CodecExports,
  address: number,
  length: number,
): Uint8Array {
  return new Uint8Array(codec.memory.buffer, address >>> 0, length);
}

/**
 * Runs a decode whose instance is not used again where it fails: on broken files
 * the codecs panic, which leaves their memory in no defined state.
 *
 * @throws {PictureError} `malformed` for a panic, also for want of memory.
 */
export function guard<T>(format: Format, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    // libwebp's C++ throws the address of its exception.
    const panic = error instanceof WebAssembly.RuntimeError ||
      error instanceof RangeError || typeof error === "number";
    if (!panic) throw error;
    throw new PictureError(
      "malformed",
      `Cannot read the ${format}: its data is broken or cut off`,
      { cause: error },
    );
  }
}
