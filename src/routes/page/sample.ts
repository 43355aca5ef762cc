import { Hono } from "hono";
import { answerReading } from "./reading_answer.tsx";
import { findSample } from "./samples.ts";
import type { Services } from "../services.ts";

/** `GET /read?sample=NAME`: what is read of a picture that comes with the page. */
export function sampleRoute({ show, corrections }: Services): Hono {
  return new Hono().get("/read", async (c) => {
    const name = c.req.query("sample");
    // The address of an answer, opened again: there is nothing left to read.
    if (name === undefined) return c.redirect("/");
    // A copy: what is read may be handed over to a worker.
    const bytes = findSample(name).slice();
    return answerReading(c, await show(bytes), corrections !== null);
  });
}
