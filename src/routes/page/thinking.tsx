import { Hono } from "hono";
import { NO_PICTURE_STAGES } from "../../views/reading/stages.tsx";
import { page } from "../../views/page.tsx";
import { Result } from "../../views/reading/result.tsx";
import { ThoughtFigures } from "../../views/reading/thought.tsx";
import { readFormPixels } from "../bodies/form_pixels.ts";
import { isFragment } from "./is_fragment.ts";
import type { Services } from "../services.ts";
import { digitStages, MAX_STAGE_SIDE } from "./stages.ts";
import { thoughtPictures } from "./thought.ts";
import { offlineNote } from "./offline_note.ts";
import { themeFor } from "./theme.ts";
import { wordsFor } from "./words.ts";

/** `POST /thinking`: the network's own input in, why it reads it so out, as HTML. */
export function thinkingRoute(
  { recognizer, explainer, corrections }: Pick<
    Services,
    "recognizer" | "explainer" | "corrections"
  >,
): Hono {
  return new Hono().post("/thinking", async (c) => {
    const pixels = await readFormPixels(c.req.raw);
    const thought = thoughtPictures(explainer.explain(pixels));
    const words = wordsFor(c);
    if (isFragment(c.req.raw)) {
      return c.html(
        <ThoughtFigures thought={thought} words={words.thinking} />,
      );
    }
    const reading = recognizer.readNormalized(pixels);
    const stages = {
      picture: NO_PICTURE_STAGES,
      map: null,
      digits: reading.digits.map((digit) => digitStages(digit, MAX_STAGE_SIDE)),
    };
    return c.html(page({
      result: (
        <Result
          reading={reading}
          stages={stages}
          isCorrectable={corrections !== null}
          thought={thought}
          words={words}
          offline={offlineNote(c)}
        />
      ),
      words,
      theme: themeFor(c),
    }));
  });
}
