import { Hono } from "hono";
import {
  type PictureHeader,
  readPictureHeader,
} from "../../imaging/decode/header.ts";
import type { ShownReading } from "../../picture_reader.ts";
import { Film, type Moment } from "../../views/reading/film.tsx";
import { page } from "../../views/page.tsx";
import { ResultFrame } from "../../views/reading/result_frame.tsx";
import { readFormPictures } from "../bodies/form_pictures.ts";
import { isFragment } from "./is_fragment.ts";
import { RequestError } from "../problems/request_error.ts";
import type { Services } from "../services.ts";
import { offlineNote } from "./offline_note.ts";
import { themeFor } from "./theme.ts";
import { wordsFor } from "./words.ts";

/**
 * Twice what the sheet hands over: one request may ask for so many readings
 * that each has to be of a drawing, not of a photo.
 */
const MAX_MOMENT_PIXELS = 2 ** 19;

/** `POST /growth`: pictures of a drawing as it grew in, what was read out, as HTML. */
export function growthRoute(
  { show }: Pick<Services, "show">,
): Hono {
  return new Hono().post("/growth", async (c) => {
    const moments: Moment[] = [];
    for (const bytes of await readFormPictures(c.req.raw)) {
      checkSize(readPictureHeader(bytes));
      moments.push(momentOf(await show(bytes)));
    }
    const words = wordsFor(c);
    const film = <Film moments={moments} words={words} />;
    if (isFragment(c.req.raw)) return c.html(film);
    const text = moments.at(-1)?.text ?? "";
    const result = (
      <ResultFrame
        text={text}
        state={text === "" ? "blank" : "read"}
        words={words.result}
        offline={offlineNote(c)}
      >
        <div class="insight growth">{film}</div>
      </ResultFrame>
    );
    return c.html(page({ result, words, theme: themeFor(c) }));
  });
}

function momentOf({ reading, stages }: ShownReading): Moment {
  const { text, digits } = reading;
  const confidences = digits.map(({ digit, confidence }) =>
    digit === null ? 0 : confidence
  );
  return {
    picture: stages.picture.sent,
    text,
    confidence: digits.length === 0 ? 0 : Math.min(...confidences),
  };
}

/** @throws {RequestError} */
function checkSize({ width, height }: PictureHeader): void {
  if (width * height <= MAX_MOMENT_PIXELS) return;
  throw new RequestError(
    "too-large",
    `Expected drawings of at most ${MAX_MOMENT_PIXELS} pixels; found ${width} x ${height}.`,
  );
}
