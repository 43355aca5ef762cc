import bytes from "imagescript/wasm/any/png.wasm" with { type: "bytes" };
import { capMemory } from "./cap_memory.ts";
import { type CodecExports, give, guard, take } from "./codec.ts";
import { PictureError } from "./errors.ts";
import { MAX_CODEC_PAGES } from "./limits.ts";
import type { PngHeader } from "./png_header.ts";
import type { Pixels } from "./pixels.ts";

interface PngExports extends CodecExports {
  /** Address of the RGBA pixels; negative is an error. */
  decode(address: number, length: number): number;
  width(): number;
  height(): number;
}

const module = new WebAssembly.Module(capMemory(bytes, MAX_CODEC_PAGES));

/** Decodes a PNG whose header was checked to RGBA with 8 bits a channel. */
export function decodePng(file: Uint8Array, header: PngHeader): Pixels {
  return guard("PNG", () => {
    const codec = instantiate();
    const address = codec.decode(give(codec, file), file.length);
    const width = codec.width();
    const height = codec.height();
    if (address <= 0 || width !== header.width || height !== header.height) {
      throw new PictureError(
        "malformed",
        "Cannot read the PNG: its data is broken or cut off",
      );
    }
    return { width, height, rgba: take(codec, address, 4 * width * height) };
  });
}

function instantiate(): PngExports {
  const env = { emscripten_notify_memory_growth() {} };
  const instance = new WebAssembly.Instance(module, { env });
  return instance.exports as PngExports;
}
