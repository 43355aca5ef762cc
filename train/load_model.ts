import { type Model, parseModel } from "../src/inference/model.ts";
import { WeightsError } from "../src/inference/weights.ts";
import { exitWith } from "./command_line.ts";

/** The model that an option names; ends with one line when there is none. */
export async function loadModel(path: string): Promise<Model> {
  try {
    return parseModel(await Deno.readFile(path));
  } catch (error) {
    if (error instanceof WeightsError) exitWith(`${path}: ${error.message}`);
    if (error instanceof Deno.errors.NotFound) {
      exitWith(`${path}: not found; expected the weights of a network`);
    }
    throw error;
  }
}
