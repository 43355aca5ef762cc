import { Hono } from "hono";
import { curl, describe, json, ORIGIN, problems } from "./describe.ts";
import type { Services } from "./services.ts";

/** `GET /healthz`: whether the server answers, and what it answers with. */
export function healthRoute({ engine, model }: Services): Hono {
  const { name, version } = model;
  return new Hono().get("/healthz", describeHealth(), (c) => {
    c.header("Cache-Control", "no-store");
    return c.json({ status: "ok", engine, model: { name, version } });
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
