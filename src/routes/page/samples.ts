import amount from "../../static/samples/amount.jpg" with { type: "bytes" };
import column from "../../static/samples/column.png" with { type: "bytes" };
import digit from "../../static/samples/digit.png" with { type: "bytes" };
import doodles from "../../static/samples/doodles.jpg" with { type: "bytes" };
import pencil from "../../static/samples/pencil.jpg" with { type: "bytes" };
import shadow from "../../static/samples/shadow.jpg" with { type: "bytes" };
import type { SampleName } from "../../views/input/samples.tsx";
import { RequestError } from "../problems/request_error.ts";

/**
 * Pictures to try, as `deno task sets` made them with the seed 1: amounts/0072,
 * lines/0186, strokes/0017, non-digits/0113, numbers-photo/0097, shadows/0021.
 */
export const SAMPLES: Readonly<Record<SampleName, Uint8Array>> = {
  amount,
  column,
  digit,
  doodles,
  pencil,
  shadow,
};

/**
 * The file of a sample.
 *
 * @throws {RequestError} `malformed` where there is none of that name.
 */
export function findSample(name: string): Uint8Array {
  const sample = new Map(Object.entries(SAMPLES)).get(name);
  if (sample) return sample;
  throw new RequestError(
    "malformed",
    `Expected a sample's name (${Object.keys(SAMPLES).join(", ")}); found ${
      JSON.stringify(name)
    }.`,
  );
}
