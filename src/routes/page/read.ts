import { Hono } from "hono";
import { SMALL_BODY } from "../../http/limits.ts";
import { readFormPicture } from "../bodies/form_picture.ts";
import { mediaType } from "../bodies/media_type.ts";
import { MAX_BODY_BYTES } from "../bodies/receive_body.ts";
import { answerReading } from "./reading_answer.tsx";
import { RequestError } from "../problems/request_error.ts";
import type { Services } from "../services.ts";

/**
 * `POST /read`: the page's form in, what was read out, as HTML. What the sheet
 * sends, `?of=sheet`, may have no more than drawings have.
 */
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
    const limit = c.req.query("of") === "sheet" ? SMALL_BODY : MAX_BODY_BYTES;
    const bytes = await readFormPicture(c.req.raw, limit);
    return answerReading(c, await show(bytes), corrections !== null);
  });
}
