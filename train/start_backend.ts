import * as tf from "./tfjs.ts";

/**
 * Starts one of tfjs's backends. The wasm binary comes from the installed package: nothing is
 * downloaded at run time.
 */
export async function startBackend(
  name: "cpu" | "wasm",
): Promise<typeof tf> {
  // Drops the banner and a scan for NaN after every operation.
  tf.env().set("PROD", true);
  tf.setWasmPaths(tf.WASM_FOLDER);
  // setBackend answers false where other libraries throw.
  if (!await tf.setBackend(name)) {
    throw new Error(`Cannot start the ${name} backend of tfjs`);
  }
  return tf;
}
