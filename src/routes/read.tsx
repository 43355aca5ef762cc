import { type Context, Hono } from "hono";
import { page } from "../views/page.tsx";
import { Result } from "../views/result.tsx";
import { readFormPicture } from "./form_picture.ts";
import { mediaType } from "./media_type.ts";
import { RequestError } from "./request_error.ts";
import { findSample } from "./samples.ts";
import type { Services } from "./services.ts";
import { stagePictures } from "./stages.ts";
import { wordsFor } from "./words.ts";

/**
 * `POST /read`: the page's form in, what was read out, as HTML.
 * `GET /read?sample=NAME`: the same of a picture that comes with the page.
 */
export function readRoute({ decode, recognizer }: Services): Hono {
  const answer = (c: Context, bytes: Uint8Array) => {
    const picture = decode(bytes);
    const reading = recognizer.read(picture);
    const stages = stagePictures(picture, reading);
    const words = wordsFor(c);
    const result = <Result reading={reading} stages={stages} words={words} />;
    return c.html(isFragment(c.req.raw) ? result : page({ result, words }));
  };
  return new Hono().post("/read", async (c) => {
    const type = mediaType(c.req.raw);
    if (type !== "multipart/form-data") {
      throw new RequestError(
        "unsupported",
        `Expected multipart/form-data; found ${type || "no content type"}.`,
      );
    }
    return answer(c, await readFormPicture(c.req.raw));
  }).get("/read", (c) => {
    const name = c.req.query("sample");
    // The address of an answer, opened again: there is nothing left to read.
    return name === undefined ? c.redirect("/") : answer(c, findSample(name));
  });
}

/** htmx asks for the part of the page it swaps, a plain form for all of it. */
export function isFragment(request: Request): boolean {
  return request.headers.get("HX-Request") === "true";
}
