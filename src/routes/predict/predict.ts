import { Hono } from "hono";
import { createBatchAnswer } from "./batch_answer.ts";
import { describePredict } from "../docs/describe_predict.ts";
import { jsonAnswer } from "./json_answer.ts";
import { readPredictInput } from "./predict_input.ts";
import { predictPicture } from "./predict_picture.ts";
import type { Services } from "../services.ts";

/** `POST /predict`: a picture in, JSON out; several in, a line of JSON each out. */
export function predictRoute(services: Services): Hono {
  const answerBatch = createBatchAnswer(services);
  return new Hono().post("/predict", describePredict(), async (c) => {
    const input = await readPredictInput(c.req.raw);
    if (input.kind === "batch") return answerBatch(c, input.items);
    return jsonAnswer(c, await predictPicture(services, input));
  });
}
