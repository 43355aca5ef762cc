import type { GrowthWords } from "../words/growth.ts";

/**
 * How the answer grew stroke by stroke. `growth.js` puts a picture after each
 * stroke into the form and says `grown`, when this is opened and whenever what
 * was written is read anew.
 */
export function Growth({ words }: { readonly words: GrowthWords }) {
  return (
    <details class="insight growth">
      <summary>
        <b>{words.title}</b> <span>{words.about}</span>
      </summary>
      <form
        action="/growth"
        method="post"
        enctype="multipart/form-data"
        hx-post="/growth"
        hx-target="next .film"
        hx-trigger="grown"
        hx-sync="this:replace"
      >
        <input type="file" name="image" multiple tabindex={-1} hidden />
      </form>
      <div class="film" hx-morph-skip-children></div>
      <p class="needs-drawing">{words.needsDrawing}</p>
    </details>
  );
}
