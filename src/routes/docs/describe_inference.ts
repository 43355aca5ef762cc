import type { MiddlewareHandler } from "hono";
import { refTo, type SchemaName } from "../../api/schemas.ts";
import { curl, describe, json, ORIGIN, problems } from "./describe.ts";

/**
 * What the OpenAPI document says of the Open Inference Protocol. Every address
 * of the model is there twice, of which the second names a version.
 */
const TAGS: ["Open Inference Protocol"] = ["Open Inference Protocol"];

const MODEL = {
  name: "model",
  in: "path",
  required: true,
  description: "The network's name.",
  schema: { type: "string" },
  example: "digits",
} as const;
const VERSION = {
  name: "version",
  in: "path",
  required: true,
  description: "Its version, as the model's metadata names it.",
  schema: { type: "string" },
} as const;

export function server(): MiddlewareHandler {
  return describeGet(
    "serverMetadata",
    "What the server is",
    "ServerMetadata",
    "/v2",
  );
}

export function live(): MiddlewareHandler {
  return describeGet(
    "serverLive",
    "Whether the server answers",
    "ServerLive",
    "/v2/health/live",
  );
}

export function ready(): MiddlewareHandler {
  return describeGet(
    "serverReady",
    "Whether it takes inference requests",
    "ServerReady",
    "/v2/health/ready",
  );
}

export function model(versioned: boolean): MiddlewareHandler {
  return describeModel(
    "modelMetadata",
    "What the network takes and gives",
    "ModelMetadata",
    "",
    versioned,
  );
}

export function modelReady(versioned: boolean): MiddlewareHandler {
  return describeModel(
    "modelReady",
    "Whether the network takes requests",
    "ModelReady",
    "/ready",
    versioned,
  );
}

export function infer(versioned: boolean): MiddlewareHandler {
  return describe({
    operationId: nameOf("infer", versioned),
    tags: TAGS,
    summary: "Ask the network",
    description:
      "Takes 28x28 images as the network sees them, which `POST /predict` makes of pictures.",
    parameters: parametersOf(versioned),
    "x-codeSamples": versioned ? [] : [
      curl(
        "a grey image",
        `-H 'Content-Type: application/json' -d @- ${ORIGIN}/v2/models/digits/infer`,
        String
          .raw`printf '{"inputs": [{"name": "image", "shape": [1, 784], "datatype": "FP32", "data": [%s0.5]}]}' "$(printf '0.5,%.0s' $(seq 783))"`,
      ),
    ],
    requestBody: { required: true, content: json("InferenceRequest") },
    responses: {
      200: {
        description: "What it says of each image.",
        content: json("InferenceResponse"),
      },
      ...problems("InferenceError", 400, 404, 413, 415),
    },
  });
}

function describeModel(
  operationId: string,
  summary: string,
  schema: SchemaName,
  path: string,
  versioned: boolean,
): MiddlewareHandler {
  return describe({
    operationId: nameOf(operationId, versioned),
    tags: TAGS,
    summary,
    parameters: parametersOf(versioned),
    "x-codeSamples": versioned
      ? []
      : [curl("", `${ORIGIN}/v2/models/digits${path}`)],
    responses: {
      200: { description: "What it says of itself.", content: json(schema) },
      ...problems("InferenceError", 404),
    },
  });
}

function describeGet(
  operationId: string,
  summary: string,
  schema: SchemaName,
  path: string,
): MiddlewareHandler {
  return describe({
    operationId,
    tags: TAGS,
    summary,
    "x-codeSamples": [curl("", `${ORIGIN}${path}`)],
    responses: {
      200: {
        description: "What it says of itself.",
        content: { "application/json": { schema: refTo(schema) } },
      },
      ...problems("InferenceError"),
    },
  });
}

function nameOf(operationId: string, versioned: boolean): string {
  return versioned ? `${operationId}OfVersion` : operationId;
}

function parametersOf(versioned: boolean) {
  return versioned ? [MODEL, VERSION] : [MODEL];
}
