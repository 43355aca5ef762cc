import { Tools } from "./tools.tsx";
import type { DrawingWords } from "../words/drawing.ts";

/**
 * The sheet. `pad.js` puts a picture of it into the hidden file field and says
 * `written` when there is something new to read: that is read at once, and
 * whatever was still being read is given up.
 */
export function DrawForm({ words }: { readonly words: DrawingWords }) {
  return (
    <form
      class="sheet"
      action="/read?of=sheet"
      method="post"
      enctype="multipart/form-data"
      hx-post="/read?of=sheet"
      hx-target="#result"
      hx-swap="outerMorph"
      hx-trigger="submit, written"
      hx-sync="main:replace"
      hx-indicator="#result"
    >
      <div class="paper">
        <canvas
          id="pad"
          tabindex={0}
          role="application"
          aria-label={words.sheet}
          aria-describedby="by-keyboard"
        >
        </canvas>
        <svg id="cursor" class="cursor" aria-hidden="true">
          <circle r="9" />
        </svg>
        <p class="hint" aria-hidden="true">{words.hint}</p>
        <p id="by-keyboard" class="spoken">{words.byKeyboard}</p>
        <p
          id="teller"
          class="spoken"
          role="status"
          data-down={words.penDown}
          data-up={words.penUp}
          data-place={words.place}
        >
        </p>
      </div>
      <input type="file" name="image" tabindex={-1} hidden />
      <Tools words={words} />
    </form>
  );
}
