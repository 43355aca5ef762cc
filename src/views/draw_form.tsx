import type { SheetWords } from "./words/sheet.ts";

/**
 * The sheet. `pad.js` puts a picture of it into the hidden file field and says
 * `written` when there is something new to read: that is read at once, and
 * whatever was still being read is given up.
 */
export function DrawForm({ words }: { readonly words: SheetWords }) {
  return (
    <form
      class="sheet"
      action="/read"
      method="post"
      enctype="multipart/form-data"
      hx-post="/read"
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
          role="img"
          aria-label={words.label}
        >
        </canvas>
        <p class="hint" aria-hidden="true">{words.hint}</p>
      </div>
      <input type="file" name="image" tabindex={-1} hidden />
      <div class="tools">
        <button type="button" id="undo" aria-keyshortcuts="Z Control+Z">
          {words.undo} <kbd>Z</kbd>
        </button>
        <button type="button" id="clear" aria-keyshortcuts="C Escape">
          {words.clear} <kbd>C</kbd>
        </button>
      </div>
    </form>
  );
}
