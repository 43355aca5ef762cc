import { Hono } from "hono";
import { curl, describe, json, ORIGIN, problems } from "./docs/describe.ts";
import type { Services } from "./services.ts";

/**
 * `GET /healthz`: whether the server answers, and what it answers with.
 * `GET /readyz`: whether it should be sent requests: 503 until its workers are
 * warm, and again from when it was told to stop.
 */
export function healthRoute({ engine, model, lifecycle }: Services): Hono {
  const { name, version } = model;
  return new Hono().get("/healthz", describeHealth(), (c) => {
    c.header("Cache-Control", "no-store");
    return c.json({ status: "ok", engine, model: { name, version } });
  }).get("/readyz", (c) => {
    c.header("Cache-Control", "no-store");
    const { stage } = lifecycle;
    return c.json({ status: stage }, stage === "ready" ? 200 : 503);
  });
}

function describeHealth() {
  return describe({
    operationId: "health",
    tags: ["Service"],
    summary: "Whether the server answers, and what it answers with",
    "x-codeSamples": [curl("", `${ORIGIN}/healthz`)],
    responses: {
      200: { description: "It answers.", content: json("Health") },
      ...problems("Problem"),
    },
  });
}
