import encoderBytes from "@jsquash/webp/codec/enc/webp_enc.wasm" with {
  type: "bytes",
};
import start from "@jsquash/webp/codec/enc/webp_enc.js";
import { defaultOptions } from "@jsquash/webp/meta.js";
import { joinBytes, latin1 } from "./make_png.ts";

/** What tests vary of an encoded WebP. */
export interface WebpOptions {
  readonly isLossless?: boolean;
  /** 0..100. */
  readonly quality?: number;
}

interface Encoder {
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ): WebAssembly.Exports;
  encode?(
    rgba: Uint8Array,
    width: number,
    height: number,
    options: typeof defaultOptions,
  ): Uint8Array | null;
}

const module = new WebAssembly.Module(encoderBytes);

/** Encodes RGBA, row-major, as a WebP by libwebp. */
export function makeWebp(
  width: number,
  height: number,
  rgba: Uint8Array,
  { isLossless = true, quality = 90 }: WebpOptions = {},
): Uint8Array {
  const encoder: Encoder = {
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
  };
  start(encoder);
  const file = encoder.encode?.(rgba, width, height, {
    ...defaultOptions,
    quality,
    lossless: isLossless ? 1 : 0,
    // Colours under alpha 0 stay as they are.
    exact: 1,
    method: 0,
  });
  if (!file) throw new Error("the encoder gave up");
  return file.slice();
}

/** Name and data. */
export type WebpChunk = readonly [name: string, data: Uint8Array];

/** A RIFF file of these chunks (RFC 9649, 2.3 and 2.4). */
export function makeRiff(chunks: readonly WebpChunk[]): Uint8Array {
  const body = joinBytes(chunks.flatMap(([name, data]) => [
    latin1(name),
    uint32(data.length),
    data,
    new Uint8Array(data.length & 1),
  ]));
  return joinBytes([
    latin1("RIFF"),
    uint32(4 + body.length),
    latin1("WEBP"),
    body,
  ]);
}

/** The chunks of a well-formed WebP. */
export function webpChunks(file: Uint8Array): WebpChunk[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const chunks: WebpChunk[] = [];
  for (let at = 12; at < file.length;) {
    const name = String.fromCharCode(...file.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    chunks.push([name, file.subarray(at + 8, at + 8 + length)]);
    at += 8 + length + (length & 1);
  }
  return chunks;
}

/** The picture chunk of a plain or extended file. */
export function webpImage(file: Uint8Array): WebpChunk {
  return webpChunks(file).find(([name]) =>
    name.startsWith("VP8") && name !== "VP8X"
  )!;
}

/** VP8X: flags 0x02 animation, 0x08 EXIF, 0x10 alpha; sides in pixels. */
export function webpCanvas(
  width: number,
  height: number,
  flags = 0,
): WebpChunk {
  const data = new Uint8Array(10);
  const view = new DataView(data.buffer);
  view.setUint32(0, flags, true);
  view.setUint32(4, width - 1, true);
  data[7] = height - 1;
  data[8] = height - 1 >> 8;
  data[9] = height - 1 >> 16;
  return ["VP8X", data];
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}
