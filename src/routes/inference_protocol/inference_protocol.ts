import { type Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { INPUT } from "../../api/inference_protocol.ts";
import { PIXELS } from "../../api/pixels.ts";
import { API_VERSION } from "../../api/version.ts";
import { DIGIT_COUNT } from "../../inference/classes.ts";
import * as described from "../docs/describe_inference.ts";
import { answerInference } from "./inference_answer.ts";
import { readInferenceInput } from "./inference_input.ts";
import type { Services } from "../services.ts";

/** As many as are sent. */
const ANY = -1;

/**
 * The Open Inference Protocol, version 2, over HTTP/REST
 * (github.com/kserve/open-inference-protocol). A model is ready as soon as the
 * server listens; the server is not while it starts its workers, or stops.
 */
export function inferenceProtocolRoute(
  services: Pick<Services, "recognizer" | "model" | "engine" | "lifecycle">,
): Hono {
  const app = new Hono()
    .get(
      "/v2",
      described.server(),
      (c) => c.json({ name: "inkling", version: API_VERSION, extensions: [] }),
    )
    .get("/v2/health/live", described.live(), (c) => {
      c.header("Cache-Control", "no-store");
      return c.json({ live: true });
    })
    .get("/v2/health/ready", described.ready(), (c) => {
      c.header("Cache-Control", "no-store");
      const ready = services.lifecycle.stage === "ready";
      return c.json({ live: true, ready }, ready ? 200 : 503);
    });
  addModel(app, "/v2/models/:model", services);
  addModel(app, "/v2/models/:model/versions/:version", services);
  return app;
}

function addModel(
  app: Hono,
  path: string,
  services: Pick<Services, "recognizer" | "model" | "engine">,
): void {
  const { model, engine } = services;
  const versioned = path.includes(":version");
  app.get(path, described.model(versioned), (c) => {
    checkModel(c, model);
    return c.json({
      name: model.name,
      versions: [model.version],
      platform: `inkling_${engine}`,
      inputs: [{ name: INPUT, datatype: "FP32", shape: [ANY, PIXELS] }],
      outputs: [
        { name: "probabilities", datatype: "FP32", shape: [ANY, DIGIT_COUNT] },
        { name: "strangeness", datatype: "FP32", shape: [ANY] },
        { name: "digit", datatype: "INT64", shape: [ANY] },
      ],
    });
  });
  app.get(`${path}/ready`, described.modelReady(versioned), (c) => {
    checkModel(c, model);
    c.header("Cache-Control", "no-store");
    return c.json({ name: model.name, ready: true });
  });
  app.post(`${path}/infer`, described.infer(versioned), async (c) => {
    checkModel(c, model);
    return c.json(
      answerInference(await readInferenceInput(c.req.raw), services),
    );
  });
}

/** @throws {HTTPException} 404 */
function checkModel(c: Context, { name, version }: Services["model"]): void {
  const asked = c.req.param("model");
  if (asked !== name) {
    throw new HTTPException(404, {
      message: `Expected the model "${name}", found ${JSON.stringify(asked)}.`,
    });
  }
  const askedVersion = c.req.param("version") ?? version;
  if (askedVersion !== version) {
    throw new HTTPException(404, {
      message: `Expected version "${version}" of the model, found ${
        JSON.stringify(askedVersion)
      }.`,
    });
  }
}
