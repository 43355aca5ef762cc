import type { Context } from "hono";
import type { ShownReading } from "../../picture_reader.ts";
import { page } from "../../views/page.tsx";
import { Result } from "../../views/reading/result.tsx";
import { isFragment } from "./is_fragment.ts";
import { offlineNote } from "./offline_note.ts";
import { themeFor } from "./theme.ts";
import { wordsFor } from "./words.ts";

/**
 * What was read, as HTML.
 *
 * @param isCorrectable Whether it may be said what a digit is.
 */
export function answerReading(
  c: Context,
  { reading, stages }: ShownReading,
  isCorrectable: boolean,
): Response | Promise<Response> {
  const words = wordsFor(c);
  const result = (
    <Result
      reading={reading}
      stages={stages}
      isCorrectable={isCorrectable}
      words={words}
      offline={offlineNote(c)}
    />
  );
  if (isFragment(c.req.raw)) return c.html(result);
  return c.html(page({ result, words, theme: themeFor(c) }));
}
