import bytes from "imagescript/wasm/any/jpeg.wasm" with { type: "bytes" };
import { capMemory } from "./cap_memory.ts";
import { type CodecExports, give, guard, take } from "./codec.ts";
import { PictureError } from "./errors.ts";
import { MAX_CODEC_PAGES } from "./limits.ts";
import type { Pixels } from "./pixels.ts";

interface JpegExports extends CodecExports {
  /** Handle of the picture; 0 or 1 is an error. */
  decode(
    address: number,
    length: number,
    width: number,
    height: number,
  ): number;
  decode_width(handle: number): number;
  decode_height(handle: number): number;
  decode_format(handle: number): number;
  /** Address of the samples; their count is then `wlen()`. */
  decode_buffer(handle: number): number;
  wlen(): number;
}

/** Samples a pixel by `decode_format`: gray, RGB, CMYK. */
const CHANNELS: readonly number[] = [1, 3, 4];

const module = new WebAssembly.Module(capMemory(bytes, MAX_CODEC_PAGES));

/**
 * Decodes a JPEG whose header was checked. Blocks of 8 x 8 are decoded to
 * 1, 2, 4 or 8 pixels a side: the smallest that still gives `side` pixels in
 * one direction.
 */
export function decodeJpeg(file: Uint8Array, side: number): Pixels {
  return guard("JPEG", () => {
    const instance = new WebAssembly.Instance(module);
    const codec = instance.exports as JpegExports;
    const handle = codec.decode(give(codec, file), file.length, side, side);
    if (handle === 0 || handle === 1) throw broken();
    const width = codec.decode_width(handle);
    const height = codec.decode_height(handle);
    const channels = CHANNELS[codec.decode_format(handle)];
    const address = codec.decode_buffer(handle);
    const length = codec.wlen();
    if (!channels || length !== channels * width * height) throw broken();
    const samples = take(codec, address, length);
    return { width, height, rgba: toRgba(samples, channels) };
  });
}

function toRgba(samples: Uint8Array, channels: number): Uint8Array {
  if (channels === 4) return fromCmyk(samples);
  const count = samples.length / channels;
  const rgba = new Uint8Array(4 * count);
  const green = channels === 3 ? 1 : 0;
  for (let from = 0, to = 0; to < rgba.length; from += channels, to += 4) {
    rgba[to] = samples[from]!;
    rgba[to + 1] = samples[from + green]!;
    rgba[to + 2] = samples[from + 2 * green]!;
    rgba[to + 3] = 255;
  }
  return rgba;
}

/** The codec undoes Adobe's inversion: 255 is full ink. */
function fromCmyk(samples: Uint8Array): Uint8Array {
  const rgba = new Uint8Array(samples.length);
  for (let i = 0; i < rgba.length; i += 4) {
    const light = 255 - samples[i + 3]!;
    rgba[i] = (255 - samples[i]!) * light / 255;
    rgba[i + 1] = (255 - samples[i + 1]!) * light / 255;
    rgba[i + 2] = (255 - samples[i + 2]!) * light / 255;
    rgba[i + 3] = 255;
  }
  return rgba;
}

function broken(): PictureError {
  return new PictureError(
    "malformed",
    "Cannot read the JPEG: its data is broken or cut off",
  );
}
