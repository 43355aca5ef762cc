import bytes from "imagescript/wasm/any/jpeg.wasm" with { type: "bytes" };
import type { Picture } from "../../../src/imaging/picture.ts";

interface JpegEncoder extends WebAssembly.Exports {
  readonly memory: WebAssembly.Memory;
  /** Address of `size` fresh bytes. */
  walloc(size: number): number;
  /** Address of the file; its length is then `wlen()`. */
  encode(
    address: number,
    width: number,
    height: number,
    quality: number,
  ): number;
  wlen(): number;
}

const module = new WebAssembly.Module(bytes);

/** Encodes a picture as JPEG; alpha is dropped. @param quality 1..100 */
export function encodeJpeg(picture: Picture, quality: number): Uint8Array {
  const { width, height, rgba } = picture;
  const codec = new WebAssembly.Instance(module).exports as JpegEncoder;
  const address = codec.walloc(rgba.length);
  new Uint8Array(codec.memory.buffer).set(rgba, address);
  const file = codec.encode(address, width, height, quality);
  const length = codec.wlen();
  return new Uint8Array(codec.memory.buffer, file >>> 0, length).slice();
}
