/**
 * tfjs, pinned in this one place: it is not among the imports of deno.json, for whatever is named
 * there is installed by `deno task start` too.
 */
export * from "npm:@tensorflow/tfjs@4.22.0";
export {
  type BackendWasm,
  setWasmPaths,
} from "npm:@tensorflow/tfjs-backend-wasm@4.22.0";

/** Folder of the wasm backend's binaries, in the installed package. */
export const WASM_FOLDER = new URL(
  ".",
  import.meta.resolve(
    "npm:@tensorflow/tfjs-backend-wasm@4.22.0/dist/tfjs-backend-wasm-simd.wasm",
  ),
).pathname;
