import gifBytes from "imagescript/wasm/any/gif.wasm" with { type: "bytes" };
import jpegBytes from "imagescript/wasm/any/jpeg.wasm" with { type: "bytes" };
import pngBytes from "imagescript/wasm/any/png.wasm" with { type: "bytes" };
import webpBytes from "@jsquash/webp/codec/dec/webp_dec.wasm" with {
  type: "bytes",
};
import assert from "node:assert/strict";
import { capMemory } from "../../../src/imaging/decode/cap_memory.ts";

const CODECS = {
  png: pngBytes,
  jpeg: jpegBytes,
  gif: gifBytes,
  webp: webpBytes,
};
const PAGES = 1000;

/** The memory of a module that is given nothing useful to import. */
function memoryOf(binary: Uint8Array<ArrayBuffer>): WebAssembly.Memory {
  const module = new WebAssembly.Module(binary);
  const imports: Record<string, Record<string, () => void>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => {};
  }
  const { exports } = new WebAssembly.Instance(module, imports);
  const memory = Object.values(exports).find((value) =>
    value instanceof WebAssembly.Memory
  );
  assert.ok(memory);
  return memory;
}

for (const [name, binary] of Object.entries(CODECS)) {
  Deno.test(`the memory of the ${name} codec grows to its cap and no further`, () => {
    const memory = memoryOf(capMemory(binary, PAGES));
    const pages = memory.buffer.byteLength / 65_536;
    memory.grow(PAGES - pages);
    assert.equal(memory.buffer.byteLength, PAGES * 65_536);
    assert.throws(() => memory.grow(1), RangeError);
  });
}

Deno.test("a module is not capped below what it starts with", () => {
  assert.throws(() => capMemory(pngBytes, 1), RangeError);
});

Deno.test("a module without a memory cannot be capped", () => {
  const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  assert.throws(() => capMemory(empty, PAGES), RangeError);
});
