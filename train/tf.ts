import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";

/**
 * Starts one of tfjs's backends. The wasm binary comes from the installed package: nothing is
 * downloaded at run time.
 */
export async function startBackend(name: "cpu" | "wasm"): Promise<typeof tf> {
  // Drops the banner and a scan for NaN after every operation.
  tf.env().set("PROD", true);
  const binary = import.meta.resolve(
    "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm",
  );
  setWasmPaths(new URL(".", binary).pathname);
  // setBackend answers false where other libraries throw.
  if (!await tf.setBackend(name)) {
    throw new Error(`Cannot start the ${name} backend of tfjs`);
  }
  return tf;
}
