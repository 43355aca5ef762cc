interface AnswerProps {
  /** Shown as large as it fits; lines are parted by line feeds. */
  readonly text: string;
  /** The text is a sign for the eye only: nothing was read. */
  readonly decorative?: boolean;
  readonly verdict: string;
  readonly note: string;
}

/** Characters of the longest line up to which each size of type fits. */
const SIZES = [["one", 1], ["few", 3], ["some", 6]] as const;

/** The answer in one glance; screen readers speak it when it changes. */
export function Answer({ text, decorative, verdict, note }: AnswerProps) {
  return (
    <div class="answer" role="status" aria-live="polite" aria-atomic="true">
      <p
        class={`text ${sizeOf(text)}`}
        aria-hidden={decorative ? "true" : undefined}
      >
        {text}
      </p>
      <div class="words">
        <p class="verdict">{verdict}</p>
        <p class="note">{note}</p>
      </div>
    </div>
  );
}

function sizeOf(text: string): string {
  const lines = text.split("\n");
  // A line of type is about as high as two characters are wide.
  const length = Math.max(2 * lines.length - 1, ...lines.map((l) => l.length));
  return SIZES.find(([, most]) => length <= most)?.[0] ?? "many";
}
