import { type Thought, ThoughtFigures, ThoughtPlaces } from "./thought.tsx";
import type { ThinkingWords } from "../words/thinking.ts";

/** The network's own input, to be asked more about. */
export interface SeenPixels {
  /** 28x28 bytes, row-major, 255 = ink, in base64. */
  readonly base64: string;
  /** Of other pixels another. */
  readonly checksum: string;
}

interface ThinkingProps {
  /** null where there is no digit. */
  readonly seen: SeenPixels | null;
  /** Of the digit in the number, counted from 1. */
  readonly place: number;
  /** Shown at once; else it is asked for when it is opened. */
  readonly thought?: Thought | null;
  readonly words: ThinkingWords;
}

/**
 * Why a digit was read as it was: asked for when its form comes into view,
 * which it does when this is opened. A form is named by the pixels it asks
 * about, so that another digit brings another form, which asks anew, while the
 * pictures of the one before stay until those of the new one are there.
 */
export function Thinking({ seen, place, thought, words }: ThinkingProps) {
  return (
    <details class="insight thinking" open={Boolean(thought)}>
      <summary>
        <b>{words.title}</b> <span>{words.about}</span>
      </summary>
      {seen && (
        <form
          id={`thinking-${place}-${seen.checksum}`}
          action="/thinking"
          method="post"
          hx-post="/thinking"
          hx-target="next .thought"
          hx-trigger="revealed, submit"
          hx-sync="closest .thinking:replace"
        >
          <input type="hidden" name="pixels" value={seen.base64} />
          <noscript>
            <button type="submit">{words.show}</button>
          </noscript>
        </form>
      )}
      <div class="thought" hx-morph-skip-children>
        {thought
          ? <ThoughtFigures thought={thought} words={words} />
          : <ThoughtPlaces />}
      </div>
    </details>
  );
}
