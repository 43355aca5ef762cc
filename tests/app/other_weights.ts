import { modelWeights, parseModel } from "../../src/inference/model.ts";
import { serializeWeights } from "../../src/inference/weights.ts";
import type { Services } from "../../src/routes/services.ts";

/** The services after an update: the same network in a file of another version. */
export function otherWeights(services: Services): Services {
  const model = { ...parseModel(services.weights), version: "another" };
  return { ...services, model, weights: serializeWeights(modelWeights(model)) };
}
