import { Hono } from "hono";
import { page } from "../views/page.tsx";
import { Result } from "../views/result.tsx";
import { readFormPicture } from "./form_picture.ts";
import { mediaType } from "./media_type.ts";
import { offlineNote } from "./offline_note.ts";
import { RequestError } from "./request_error.ts";
import type { Services } from "./services.ts";
import { themeFor } from "./theme.ts";
import { wordsFor } from "./words.ts";

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
    const { reading, stages } = await show(bytes);
    const words = wordsFor(c);
    const result = (
      <Result
        reading={reading}
        stages={stages}
        isCorrectable={corrections !== null}
        words={words}
        offline={offlineNote(c)}
      />
    );
    if (isFragment(c.req.raw)) return c.html(result);
    return c.html(page({ result, words, theme: themeFor(c) }));
  });
}

/** htmx asks for the part of the page it swaps, a plain form for all of it. */
export function isFragment(request: Request): boolean {
  return request.headers.get("HX-Request") === "true";
}
