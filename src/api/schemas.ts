import { toJsonSchemaDefs } from "@valibot/to-json-schema";
import * as v from "valibot";
import { HealthBody } from "./health_body.ts";
import * as protocol from "./inference_protocol.ts";
import { BatchPicture, PictureBody } from "./picture_body.ts";
import { Pixels } from "./pixels.ts";
import {
  BatchAnswerBody,
  BoxBody,
  DigitBody,
  PredictionBody,
} from "./prediction.ts";
import { ProblemBody } from "./problem_body.ts";

/** What goes over the wire as JSON, by the names that the OpenAPI document gives it. */
const SCHEMAS = {
  Picture: PictureBody,
  Pixels,
  BatchPicture,
  Prediction: PredictionBody,
  Digit: DigitBody,
  Box: BoxBody,
  BatchAnswer: BatchAnswerBody,
  Problem: ProblemBody,
  Health: HealthBody,
  InferenceRequest: protocol.InferenceRequest,
  TensorData: protocol.TensorData,
  InferenceResponse: protocol.InferenceResponse,
  InferenceError: protocol.InferenceError,
  ServerMetadata: protocol.ServerMetadata,
  ServerLive: protocol.ServerLive,
  ServerReady: protocol.ServerReady,
  ModelMetadata: protocol.ModelMetadata,
  ModelReady: protocol.ModelReady,
} satisfies Record<string, v.GenericSchema>;

export type SchemaName = keyof typeof SCHEMAS;

const PREFIX = "#/components/schemas/";

/** Where the document has a schema. */
export function refTo(name: SchemaName): { readonly $ref: string } {
  return { $ref: `${PREFIX}${name}` };
}

/** All of them as JSON Schema, draft 2020-12, which OpenAPI 3.1 takes. */
export function jsonSchemas(): ReturnType<typeof toJsonSchemaDefs> {
  return toJsonSchemaDefs(SCHEMAS, {
    target: "draft-2020-12",
    overrideRef: ({ referenceId }) => `${PREFIX}${referenceId}`,
    // What a check of ours lets through is told by its metadata.
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema.type === "custom" ? {} : null,
  });
}
