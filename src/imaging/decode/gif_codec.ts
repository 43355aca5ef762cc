import bytes from "imagescript/wasm/any/gif.wasm" with { type: "bytes" };
import { capMemory } from "./cap_memory.ts";
import { type CodecExports, give, guard, take } from "./codec.ts";
import { PictureError } from "./errors.ts";
import type { GifHeader } from "./gif_header.ts";
import { MAX_CODEC_PAGES } from "./limits.ts";
import type { Pixels } from "./pixels.ts";

interface GifExports extends CodecExports {
  /** Handle of a decoder; 0 is an error. `limit` 0 is none. */
  decoder_new(address: number, length: number, limit: number): number;
  /** Handle of the next frame; 0 is an error, 1 the end. */
  decoder_frame(decoder: number): number;
  decoder_frame_x(frame: number): number;
  decoder_frame_y(frame: number): number;
  decoder_frame_width(frame: number): number;
  decoder_frame_height(frame: number): number;
  /** Address of the RGBA pixels; their length is then `wlen()`. */
  decoder_frame_buffer(frame: number): number;
  wlen(): number;
}

interface Frame extends Pixels {
  readonly x: number;
  readonly y: number;
}

const module = new WebAssembly.Module(capMemory(bytes, MAX_CODEC_PAGES));

/** Decodes the first frame of a GIF whose header was checked. */
export function decodeGif(file: Uint8Array, header: GifHeader): Pixels {
  const frame = guard("GIF", () => firstFrame(file));
  if (
    frame.rgba.length !== 4 * frame.width * frame.height ||
    frame.x + frame.width > header.width ||
    frame.y + frame.height > header.height
  ) throw broken();
  return placeOnCanvas(frame, header);
}

function firstFrame(file: Uint8Array): Frame {
  // The encoder in the same module writes through `push_to_stream`.
  const env = { push_to_stream() {} };
  const instance = new WebAssembly.Instance(module, { env });
  const codec = instance.exports as GifExports;
  const decoder = codec.decoder_new(give(codec, file), file.length, 0);
  if (decoder === 0) throw broken();
  const frame = codec.decoder_frame(decoder);
  if (frame === 0 || frame === 1) throw broken();
  const address = codec.decoder_frame_buffer(frame);
  return {
    x: codec.decoder_frame_x(frame),
    y: codec.decoder_frame_y(frame),
    width: codec.decoder_frame_width(frame),
    height: codec.decoder_frame_height(frame),
    rgba: take(codec, address, codec.wlen()),
  };
}

/** The canvas around a frame is transparent (GIF89a, section 18, note). */
function placeOnCanvas(frame: Frame, canvas: GifHeader): Pixels {
  const { width, height } = canvas;
  if (frame.width === width && frame.height === height) return frame;
  const rgba = new Uint8Array(4 * width * height);
  for (let row = 0; row < frame.height; row++) {
    const from = 4 * row * frame.width;
    const line = frame.rgba.subarray(from, from + 4 * frame.width);
    rgba.set(line, 4 * ((frame.y + row) * width + frame.x));
  }
  return { width, height, rgba };
}

function broken(): PictureError {
  return new PictureError(
    "malformed",
    "Cannot read the GIF: its data is broken or cut off",
  );
}
