import {
  InferenceRequest,
  type InferenceRequestBody,
} from "../../api/inference_protocol.ts";
import { explainIssue } from "../../api/issue.ts";
import { checkBody, parseObject } from "../bodies/check_body.ts";

/** The body of an inference request. @throws {RequestError} `malformed`. */
export function parseRequestBody(json: string): InferenceRequestBody {
  return checkBody(
    InferenceRequest,
    parseObject(json, "body", '"inputs"'),
    explainIssue,
  );
}
