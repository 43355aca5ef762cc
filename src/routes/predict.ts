import { Hono } from "hono";
import { predictAnswer } from "./predict_answer.ts";
import { readPredictInput } from "./predict_input.ts";
import type { Services } from "./services.ts";

/** `POST /predict`: a picture in, JSON out. */
export function predictRoute(services: Services): Hono {
  const { read, recognizer, model } = services;
  return new Hono().post("/predict", async (c) => {
    const input = await readPredictInput(c.req.raw);
    if (input.kind === "pixels") {
      const reading = recognizer.readNormalized(input.pixels);
      return c.json(predictAnswer(reading, model, 0));
    }
    const { reading, decode } = await read(input.bytes);
    return c.json(predictAnswer(reading, model, decode));
  });
}
