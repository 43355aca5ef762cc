import type { Child } from "hono/jsx";

interface ResultFrameProps {
  /** What was read. */
  readonly text: string;
  readonly state: "blank" | "read" | "problem";
  /** Further classes. */
  readonly extra?: string | null;
  /** Says so where the device itself read it. */
  readonly offline?: string | null | undefined;
  readonly children: Child;
}

/** The element that every answer replaces. */
export function ResultFrame(
  { text, state, extra, offline, children }: ResultFrameProps,
) {
  return (
    <section
      id="result"
      class={`result ${state}${extra ? ` ${extra}` : ""}`}
      data-text={text}
      aria-label="What was read"
    >
      {children}
      {offline && <p class="on-device" data-offline>{offline}</p>}
    </section>
  );
}
