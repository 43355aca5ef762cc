import { Hono } from "hono";
import { readFormPicture } from "./form_picture.ts";
import { mediaType } from "./media_type.ts";
import { answerReading } from "./reading_answer.tsx";
import { RequestError } from "./request_error.ts";
import type { Services } from "./services.ts";

/** `POST /read`: the page's form in, what was read out, as HTML. */
export function readRoute(
  { show, corrections }: Pick<Services, "show" | "corrections">,
): Hono {
  return new Hono().post("/read", async (c) => {
    const type = mediaType(c.req.raw);
    if (type !== "multipart/form-data") {
      throw new RequestError(
        "unsupported",
        `Expected multipart/form-data; found ${type || "no content type"}.`,
      );
    }
    const bytes = await readFormPicture(c.req.raw);
    return answerReading(c, await show(bytes), corrections !== null);
  });
}
