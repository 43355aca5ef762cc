import type { Child } from "hono/jsx";

interface ResultFrameProps {
  /** What was read. */
  readonly text: string;
  readonly state: "blank" | "read" | "problem";
  readonly children: Child;
}

/** The element that every answer replaces. */
export function ResultFrame({ text, state, children }: ResultFrameProps) {
  return (
    <section
      id="result"
      class={`result ${state}`}
      data-text={text}
      aria-label="What was read"
    >
      {children}
    </section>
  );
}
