import { DIGIT_COUNT } from "../../src/inference/classes.ts";
import { chooseEngine } from "../../src/inference/choose.ts";
import type { Model } from "../../src/inference/model.ts";
import { parameterCount } from "../../src/inference/network.ts";
import { PIXELS } from "../mnist.ts";
import { largest } from "../score.ts";
import type { Reader } from "./family.ts";

/** The shipped network, run by the engine that the server runs. */
export function createOwnReader(model: Model): Reader {
  const { engine } = chooseEngine(model, "auto");
  const pixels = new Float32Array(PIXELS);
  const logits = new Float32Array(engine.outputLength);
  const digits = logits.subarray(0, DIGIT_COUNT);
  return {
    parameters: parameterCount(model.network),
    read: (images) =>
      Uint8Array.from({ length: images.length / PIXELS }, (_, image) => {
        for (let p = 0; p < PIXELS; p++) {
          pixels[p] = images[image * PIXELS + p]! / 255;
        }
        engine.forward(pixels, logits);
        return largest(digits);
      }),
    [Symbol.dispose]() {},
  };
}

/** What is said of it beside the families. */
export const OWN = {
  id: "inkling",
  name: "Inkling",
  explanation:
    "Five layers of small windows, trained on images that are turned, bent, thinned and thickened " +
    "anew in every epoch, so that it never sees the same one twice.",
  reference: null,
} as const;
