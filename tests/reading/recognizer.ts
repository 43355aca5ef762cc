import { parseModel } from "../../src/inference/model.ts";
import { createSimdEngine } from "../../src/inference/simd/engine.ts";
import { createRecognizer } from "../../src/recognize.ts";

const model = parseModel(
  await Deno.readFile(
    Deno.env.get("TEST_WEIGHTS") ??
      new URL("../../weights/digits.safetensors", import.meta.url),
  ),
);

/** Reads with the shipped weights. */
export const recognizer = createRecognizer(
  createSimdEngine(model),
  model.calibration,
);
