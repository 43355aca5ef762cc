import type { Message } from "./words/result.ts";

interface AnswerProps {
  /** Shown as large as it fits; lines are parted by line feeds. */
  readonly text: string;
  /** The text is a sign for the eye only: nothing was read. */
  readonly decorative?: boolean;
  readonly message: Message;
}

/** Characters of a line that fit in large type; so much for one line. */
const LARGE_LINE = 8;

/** The answer in one glance; screen readers speak it when it changes. */
export function Answer({ text, decorative, message }: AnswerProps) {
  return (
    <div class="answer" role="status" aria-live="polite" aria-atomic="true">
      <p
        class={`text ${sizeOf(text)}`}
        aria-hidden={decorative ? "true" : undefined}
      >
        {text}
      </p>
      <p class="words">
        <b class="verdict">{message.verdict}</b>{" "}
        <span class="note">{message.note}</span>
      </p>
    </div>
  );
}

/** Two medium lines, or three small ones, take the room of a large one. */
function sizeOf(text: string): "large" | "medium" | "small" {
  const lines = text.split("\n");
  const longest = Math.max(...lines.map((line) => line.length));
  const times = Math.max(lines.length, longest / LARGE_LINE);
  if (times <= 1) return "large";
  return times <= 2 ? "medium" : "small";
}
