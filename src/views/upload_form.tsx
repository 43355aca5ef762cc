import type { UploadWords } from "./words/upload.ts";

/** A picture file: sent when picked, or by the button where scripts are off. */
export function UploadForm({ words }: { readonly words: UploadWords }) {
  return (
    <form
      id="upload"
      class="upload"
      action="/read"
      method="post"
      enctype="multipart/form-data"
      hx-post="/read"
      hx-target="#result"
      hx-swap="outerMorph"
      hx-trigger="change, submit"
      hx-sync="main:replace"
      hx-indicator="#result"
    >
      <label for="picture">{words.label}</label>
      <input
        type="file"
        id="picture"
        name="image"
        accept="image/png,image/jpeg,image/gif,image/webp"
        aria-describedby="formats"
        required
      />
      <noscript>
        <button type="submit">{words.send}</button>
        <p>{words.needsScripts}</p>
      </noscript>
      <small id="formats">{words.formats}</small>
    </form>
  );
}
