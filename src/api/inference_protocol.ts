/**
 * The objects of the Open Inference Protocol, version 2, over HTTP/REST
 * (github.com/kserve/open-inference-protocol, inference_rest.md).
 */
import * as v from "valibot";
import { isObject } from "./is_object.ts";
import { PIXELS } from "./pixels.ts";

/** Images of one request: they hold up the event loop for some 25 ms. */
export const MAX_IMAGES = 256;

/** The tensors of the network. */
export const INPUT = "image";
export const OUTPUTS = ["probabilities", "strangeness", "digit"] as const;

/**
 * None means anything here: they are let in, as the protocol has it. A list is
 * none; to valibot's own schemas of objects it is.
 */
const Parameters = v.pipe(
  v.custom<Record<string, unknown>>(isObject, "an object"),
  v.metadata({ type: "object" }),
);
const Images = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(MAX_IMAGES),
);

const SHAPES =
  `one of [N, ${PIXELS}], [N, 28, 28], [N, 1, 28, 28] with N in 1..${MAX_IMAGES}`;
const Shape = v.pipe(
  v.union([
    v.strictTuple([Images, v.literal(PIXELS)]),
    v.strictTuple([Images, v.literal(28), v.literal(28)]),
    v.strictTuple([Images, v.literal(1), v.literal(28), v.literal(28)]),
  ], SHAPES),
  v.description(`${SHAPES}; the first is the number of images.`),
);

/** The numbers of a tensor in row-major order, flat or nested as its shape is. */
export const TensorData = v.pipe(
  v.custom<readonly unknown[]>(Array.isArray, "a list"),
  v.description(
    "Row-major, flat or nested as the shape is; 0 is paper, 1 is ink.",
  ),
  v.metadata({
    type: "array",
    items: {
      anyOf: [
        { type: "number", minimum: 0, maximum: 1 },
        { $ref: "#/components/schemas/TensorData" },
      ],
    },
  }),
);

const RequestInput = v.object({
  name: v.literal(INPUT),
  shape: Shape,
  datatype: v.literal("FP32"),
  parameters: v.exactOptional(Parameters),
  data: TensorData,
});

const RequestOutput = v.object({
  name: v.picklist(OUTPUTS),
  parameters: v.exactOptional(Parameters),
});

export const InferenceRequest = v.object({
  id: v.exactOptional(v.string()),
  parameters: v.exactOptional(Parameters),
  inputs: v.pipe(v.array(RequestInput), v.length(1)),
  outputs: v.exactOptional(v.pipe(
    v.array(RequestOutput),
    v.description("Which are wanted; all where there is none."),
  )),
});

const ResponseOutput = v.strictObject({
  name: v.picklist(OUTPUTS),
  shape: v.array(v.pipe(v.number(), v.integer())),
  datatype: v.picklist(["FP32", "INT64"]),
  data: v.array(v.number()),
});

export const InferenceResponse = v.pipe(
  v.strictObject({
    model_name: v.string(),
    model_version: v.string(),
    id: v.exactOptional(v.string()),
    outputs: v.array(ResponseOutput),
  }),
  v.description(
    'Of N images: "probabilities" FP32 [N, 10] of 0 to 9, if it is a digit; ' +
      '"strangeness" FP32 [N], the probability that it is none; ' +
      '"digit" INT64 [N], -1 where it was rejected. ' +
      "Without ink: 0.1 each, 1, and -1.",
  ),
);

const TensorMetadata = v.strictObject({
  name: v.string(),
  datatype: v.string(),
  shape: v.pipe(
    v.array(v.pipe(v.number(), v.integer())),
    v.description("-1: as many as are sent."),
  ),
});

export const ServerMetadata = v.strictObject({
  name: v.string(),
  version: v.string(),
  extensions: v.array(v.string()),
});

export const ModelMetadata = v.strictObject({
  name: v.string(),
  versions: v.array(v.string()),
  platform: v.string(),
  inputs: v.array(TensorMetadata),
  outputs: v.array(TensorMetadata),
});

export const ServerLive = v.strictObject({ live: v.boolean() });
/** The protocol's text has `live` here too, its servers send `ready`. */
export const ServerReady = v.strictObject({
  live: v.boolean(),
  ready: v.boolean(),
});
export const ModelReady = v.strictObject({
  name: v.string(),
  ready: v.boolean(),
});

export const InferenceError = v.strictObject({
  error: v.pipe(
    v.string(),
    v.description("One sentence: what was expected, and what came."),
  ),
});

export type InferenceRequestBody = v.InferOutput<typeof InferenceRequest>;
export type InferenceResponseBody = v.InferOutput<typeof InferenceResponse>;
export type OutputName = typeof OUTPUTS[number];
