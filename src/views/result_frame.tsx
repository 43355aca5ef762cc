import type { Child } from "hono/jsx";

interface ResultFrameProps {
  /** What was read. */
  readonly text: string;
  readonly state: "blank" | "read" | "problem";
  /** Further classes. */
  readonly extra?: string | null;
  readonly children: Child;
}

/** The element that every answer replaces. */
export function ResultFrame(
  { text, state, extra, children }: ResultFrameProps,
) {
  return (
    <section
      id="result"
      class={`result ${state}${extra ? ` ${extra}` : ""}`}
      data-text={text}
      aria-label="What was read"
    >
      {children}
    </section>
  );
}
