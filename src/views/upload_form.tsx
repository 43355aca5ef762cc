/** A picture file: sent when picked, or by the button where scripts are off. */
export function UploadForm() {
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
      <label for="picture">Or read a picture</label>
      <input
        type="file"
        id="picture"
        name="image"
        accept="image/png,image/jpeg,image/gif,image/webp"
        aria-describedby="formats"
        required
      />
      <noscript>
        <button type="submit">Read it</button>
        <p>Writing on a sheet needs scripts, which are off.</p>
      </noscript>
      <small id="formats">PNG, JPEG, GIF or WebP, up to 10 MiB</small>
    </form>
  );
}
