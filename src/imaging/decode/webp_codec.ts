import bytes from "@jsquash/webp/codec/dec/webp_dec.wasm" with {
  type: "bytes",
};
import start from "@jsquash/webp/codec/dec/webp_dec.js";
import { capMemory } from "./cap_memory.ts";
import { guard } from "./codec.ts";
import { PictureError } from "./errors.ts";
import { MAX_CODEC_PAGES } from "./limits.ts";
import type { Pixels } from "./pixels.ts";
import type { WebpHeader } from "./webp_header.ts";

/**
 * What Emscripten's start-up code is given and fills in. It does so before it
 * returns, as long as the instance is made at once and nothing is fetched.
 */
interface Codec {
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ): WebAssembly.Exports;
  /** null for a broken file; RGBA, not premultiplied, otherwise. */
  decode?(file: Uint8Array): ImageData | null;
  /** Where a panic would be told besides being thrown. */
  printErr(line: string): void;
}

const module = new WebAssembly.Module(capMemory(bytes, MAX_CODEC_PAGES));

/** Decodes a WebP whose header was checked. */
export function decodeWebp(file: Uint8Array, header: WebpHeader): Pixels {
  const image = guard("WebP", () => instantiate().decode?.(file));
  if (
    !image || image.width !== header.width || image.height !== header.height
  ) {
    throw new PictureError(
      "malformed",
      "Cannot read the WebP: its data is broken or cut off",
    );
  }
  const { width, height, data } = image;
  const rgba = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { width, height, rgba };
}

function instantiate(): Codec {
  const codec: Codec = {
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
    printErr() {},
  };
  start(codec);
  return codec;
}
