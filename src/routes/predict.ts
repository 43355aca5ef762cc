import { Hono } from "hono";
import { predictAnswer } from "./predict_answer.ts";
import { readPredictInput } from "./predict_input.ts";
import type { Services } from "./services.ts";

/** `POST /predict`: a picture in, JSON out. */
export function predictRoute(services: Services): Hono {
  const { decode, recognizer, model } = services;
  return new Hono().post("/predict", async (c) => {
    const input = await readPredictInput(c.req.raw);
    if (input.kind === "pixels") {
      const reading = recognizer.readNormalized(input.pixels);
      return c.json(predictAnswer(reading, model, 0));
    }
    const start = performance.now();
    const picture = await decode(input.bytes);
    const decoded = performance.now() - start;
    return c.json(predictAnswer(recognizer.read(picture), model, decoded));
  });
}
