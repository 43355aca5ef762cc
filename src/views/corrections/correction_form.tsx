import type { Judgement } from "../../inference/calibrate.ts";
import { ANSWERS, fieldOf } from "./correction_field.ts";
import type { CorrectionsWords } from "../words/corrections.ts";

interface CorrectionFormProps {
  /** 28x28 bytes, base64. */
  readonly pixels: string;
  readonly digit: Judgement;
  readonly words: CorrectionsWords;
}

/**
 * "Wrong? It is a ...": closed until asked for, then over what is below, so
 * that nothing moves. A press of a button says the right answer.
 */
export function CorrectionForm({ pixels, digit, words }: CorrectionFormProps) {
  return (
    <details class="correction">
      <summary>{words.question}</summary>
      <div class="correction-panel" aria-live="polite">
        <form
          action="/corrections"
          method="post"
          hx-post="/corrections"
          hx-target="closest .correction-panel"
          hx-swap="innerHTML"
        >
          <input type="hidden" name="pixels" value={pixels} />
          <input type="hidden" name="read" value={fieldOf(digit.digit)} />
          <p aria-hidden="true">{words.itIs}</p>
          <div class="correction-answers" role="group" aria-label={words.itIs}>
            {ANSWERS.map((answer) => (
              <button
                type="submit"
                name="digit"
                value={fieldOf(answer)}
                disabled={digit.verdict !== "unsure" && answer === digit.digit}
              >
                {answer ?? words.noDigit}
              </button>
            ))}
          </div>
          <p class="correction-consent">{words.consent}</p>
        </form>
      </div>
    </details>
  );
}
