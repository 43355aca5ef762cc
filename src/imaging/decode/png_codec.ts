import bytes from "imagescript/wasm/any/png.wasm" with { type: "bytes" };
import { capMemory } from "./cap_memory.ts";
import { type CodecExports, give, guard, take } from "./codec.ts";
import { PictureError } from "./errors.ts";
import { MAX_CODEC_PAGES, MAX_KEPT_PIXELS } from "./limits.ts";
import type { PngHeader } from "./png_header.ts";
import type { Pixels } from "./pixels.ts";

interface PngExports extends CodecExports {
  /** Address of the RGBA pixels; negative is an error. */
  decode(address: number, length: number): number;
  width(): number;
  height(): number;
  /** Where the stack ends, which grows down, and the heap begins. */
  stackSave(): number;
}

/** An instance with what makes it as good as new: starting one takes as long as a drawing. */
interface Instance {
  readonly codec: PngExports;
  /** All its memory, as long as that has not grown. */
  readonly memory: Uint8Array;
  /** What stands below the stack at the start: constants, variables, the lists of the heap. */
  readonly variables: Uint8Array;
  readonly heap: number;
  /** Where the heap ends that the last picture took. */
  used: number;
}

/** More than the codec has of them: 20 KB, with 5 MiB of stack behind. */
const VARIABLES = 64 * 1024;

/** Bytes behind the pixels, at most, by which the codec knows that the heap ends there. */
const HEAP_END = 4096;

const module = new WebAssembly.Module(capMemory(bytes, MAX_CODEC_PAGES));

/** Between two pictures; none where the last one was large or broken. */
let kept: Instance | null = null;

/**
 * Decodes a PNG whose header was checked to RGBA with 8 bits a channel. The
 * pixels are good until the next PNG is decoded.
 *
 * An instance that has decoded a small picture is put back to its start for the
 * next one, so that nothing of a picture, however broken, reaches another.
 */
export function decodePng(file: Uint8Array, header: PngHeader): Pixels {
  return guard("PNG", () => {
    const instance = kept ? putBack(kept) : start();
    // One that fails in what follows is not seen again.
    kept = null;
    const pixels = decodeWith(instance, file, header);
    if (isAsBefore(instance) && pixels.rgba.length <= 4 * MAX_KEPT_PIXELS) {
      kept = instance;
    }
    return pixels;
  });
}

function decodeWith(
  instance: Instance,
  file: Uint8Array,
  header: PngHeader,
): Pixels {
  const { codec } = instance;
  const address = codec.decode(give(codec, file), file.length);
  const width = codec.width();
  const height = codec.height();
  if (address <= 0 || width !== header.width || height !== header.height) {
    throw new PictureError(
      "malformed",
      "Cannot read the PNG: its data is broken or cut off",
    );
  }
  const rgba = take(codec, address, 4 * width * height);
  instance.used = address + rgba.length + HEAP_END;
  return { width, height, rgba };
}

function start(): Instance {
  const env = { emscripten_notify_memory_growth() {} };
  const { exports } = new WebAssembly.Instance(module, { env });
  const codec = exports as PngExports;
  const memory = new Uint8Array(codec.memory.buffer);
  const heap = codec.stackSave();
  return {
    codec,
    memory,
    variables: memory.slice(0, VARIABLES),
    heap,
    used: heap,
  };
}

function putBack(instance: Instance): Instance {
  const { memory, variables, heap, used } = instance;
  memory.set(variables);
  memory.fill(0, heap, used);
  return instance;
}

/** Whether the memory has not grown, which would leave `memory` empty, and the stack is empty. */
function isAsBefore({ codec, memory, heap }: Instance): boolean {
  return memory.length > 0 && codec.stackSave() === heap;
}
