import type { CorrectionsWords } from "../words/corrections.ts";

interface CorrectionAnswerProps {
  readonly state: "stored" | "known" | "undone";
  /** Lets the sender take it back; null where that cannot be. */
  readonly receipt: string | null;
  readonly words: CorrectionsWords;
}

/** What became of a correction, in the place of its form. */
export function CorrectionAnswer(
  { state, receipt, words }: CorrectionAnswerProps,
) {
  return (
    <>
      {/* What was pressed is gone: reading goes on here. */}
      <p tabindex={-1} autofocus>{words[state]}</p>
      {receipt !== null && (
        <form
          action="/corrections/undo"
          method="post"
          hx-post="/corrections/undo"
          hx-target="closest .correction-panel"
          hx-swap="innerHTML"
        >
          <input type="hidden" name="receipt" value={receipt} />
          <button type="submit">{words.undo}</button>
        </form>
      )}
    </>
  );
}
