import { CameraIcon, PictureIcon } from "../site/icons.tsx";
import type { UploadWords } from "../words/upload.ts";

/**
 * A picture file. `upload.js` makes what is picked, dropped or pasted fit to be
 * sent and says `chosen`; where scripts are off the button sends what is picked.
 */
export function UploadForm({ words }: { readonly words: UploadWords }) {
  return (
    <form
      id="upload"
      class="upload pictured"
      action="/read"
      method="post"
      enctype="multipart/form-data"
      hx-post="/read"
      hx-target="#result"
      hx-swap="outerMorph"
      hx-trigger="chosen, submit"
      hx-sync="main:replace"
      hx-indicator="#result"
    >
      <label class="source" for="picture">
        <PictureIcon />
        {words.choose}
      </label>
      <input
        type="file"
        id="picture"
        name="image"
        accept="image/*"
        aria-describedby="upload-note"
        required
      />
      <label class="source camera">
        <CameraIcon />
        {words.photograph}
        <input
          type="file"
          id="camera"
          accept="image/*"
          capture="environment"
        />
      </label>
      <p
        id="upload-note"
        class="upload-note"
        role="status"
        data-several={words.several}
      >
        {words.note}
      </p>
      <noscript>
        <button type="submit">{words.read}</button>
        <p>
          {words.formats}. {words.withoutScripts}
        </p>
      </noscript>
    </form>
  );
}
