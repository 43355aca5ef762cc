import assert from "node:assert/strict";
import { askDescribed } from "../api/described.ts";
import { app } from "./services.ts";

/** Posts a form with one file. */
export function postForm(
  path: string,
  bytes: Uint8Array,
  { field = "image", headers = {}, to = app }: {
    field?: string;
    headers?: Record<string, string>;
    to?: typeof app;
  } = {},
): Promise<Response> {
  const body = new FormData();
  body.append(field, new File([bytes.slice()], "picture.png"));
  return askDescribed(to, path, { method: "POST", body, headers });
}

/** Posts a body of a content type. */
export function postBody(
  type: string,
  body: BodyInit,
  path = "/predict",
): Promise<Response> {
  const headers = { "Content-Type": type };
  return askDescribed(app, path, { method: "POST", headers, body });
}

/** Posts a value as JSON to /predict. */
export function postJson(value: unknown): Promise<Response> {
  return postBody("application/json", JSON.stringify(value));
}

/** Checks that a response is a problem of `status` whose detail says `detail`. */
export async function assertProblem(
  response: Response,
  status: number,
  detail: RegExp,
): Promise<void> {
  const problem = await response.json();
  assert.equal(response.status, status, JSON.stringify(problem));
  assert.equal(
    response.headers.get("Content-Type"),
    "application/problem+json",
  );
  assert.deepEqual(Object.keys(problem).sort(), [
    "detail",
    "status",
    "title",
    "type",
  ]);
  assert.equal(problem.status, status);
  assert.match(problem.detail, detail);
}
