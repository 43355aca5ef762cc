import type { CorrectionsWords } from "./words/corrections.ts";

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

interface CorrectionProblemProps {
  readonly status: number;
  /** Shown where the status has no words of its own. */
  readonly detail: string;
  readonly words: CorrectionsWords;
}

/** Why a correction was not stored, in the place of its form. */
export function CorrectionProblem(
  { status, detail, words }: CorrectionProblemProps,
) {
  return (
    <p tabindex={-1} autofocus>
      <b>{words.notStored}</b> {words.reasons[status] ?? detail}
    </p>
  );
}
