import type { Child } from "hono/jsx";
import type { ResultWords } from "../words/result.ts";

interface ResultFrameProps {
  /** What was read. */
  readonly text: string;
  readonly state: "blank" | "read" | "problem";
  /** Further classes. */
  readonly extra?: string | null;
  readonly words: ResultWords;
  /** Says so where the device itself read it. */
  readonly offline?: string | null | undefined;
  readonly children: Child;
}

/** The element that every answer replaces. */
export function ResultFrame(
  { text, state, extra, words, offline, children }: ResultFrameProps,
) {
  return (
    <section
      id="result"
      class={`result ${state}${extra ? ` ${extra}` : ""}`}
      data-text={text}
      aria-label={words.label}
    >
      {children}
      {offline && <p class="on-device" data-offline>{offline}</p>}
    </section>
  );
}
