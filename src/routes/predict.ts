import { Hono } from "hono";
import { answerBatch } from "./batch_answer.ts";
import { describePredict } from "./describe_predict.ts";
import { readPredictInput } from "./predict_input.ts";
import { predictPicture } from "./predict_picture.ts";
import type { Services } from "./services.ts";

/** `POST /predict`: a picture in, JSON out; several in, a line of JSON each out. */
export function predictRoute(services: Services): Hono {
  return new Hono().post("/predict", describePredict(), async (c) => {
    const input = await readPredictInput(c.req.raw);
    if (input.kind === "batch") return answerBatch(c, input.items, services);
    return c.json(await predictPicture(services, input));
  });
}
