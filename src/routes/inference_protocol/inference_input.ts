import { type OutputName, OUTPUTS } from "../../api/inference_protocol.ts";
import { PIXELS } from "../../api/pixels.ts";
import { decodeText } from "../bodies/check_body.ts";
import { mediaType } from "../bodies/media_type.ts";
import { receiveBody } from "../bodies/receive_body.ts";
import { RequestError } from "../problems/request_error.ts";
import { parseRequestBody } from "./request_body.ts";
import { scanRequest } from "./scan_request.ts";
import { readTensorData } from "./tensor_data.ts";

/** What the network is asked by the Open Inference Protocol. */
export interface InferenceInput {
  readonly id?: string;
  /** 28x28 each, 1 = ink. */
  readonly images: readonly Float32Array[];
  /** What is wanted of them, each once. */
  readonly outputs: readonly OutputName[];
}

/**
 * Reads an inference request.
 *
 * @throws {RequestError}
 */
export async function readInferenceInput(
  request: Request,
): Promise<InferenceInput> {
  const type = mediaType(request);
  if (type !== "application/json") {
    throw new RequestError(
      "unsupported",
      `Expected application/json; found ${
        type.slice(0, 80) || "no content type"
      }.`,
    );
  }
  const bytes = await receiveBody(request);
  const { body: { id, inputs, outputs }, numbers } = scanRequest(bytes) ??
    parseRequest(decodeText(bytes));
  const wanted = outputs && outputs.length > 0
    ? outputs.map(({ name }) => name)
    : OUTPUTS;
  return {
    ...(id !== undefined && { id }),
    images: Array.from(
      { length: inputs[0]!.shape[0] },
      (_, image) => numbers.subarray(image * PIXELS, (image + 1) * PIXELS),
    ),
    outputs: [...new Set(wanted)],
  };
}

function parseRequest(json: string) {
  const body = parseRequestBody(json);
  const { shape, data } = body.inputs[0]!;
  return { body, numbers: readTensorData(data, shape, "inputs[0].data") };
}
