/** The scripts that a page with a sheet starts, and the modules that they import. */
const ENTRIES = ["pad/pad", "upload/upload", "history/history", "unreachable"];
const IMPORTED = [
  "pad/growth",
  "pad/ink",
  "pad/keep",
  "pad/keyboard",
  "pad/pen",
  "pad/picture",
  "pad/pointer",
  "pad/reader",
  "pad/sheet",
  "pad/shortcuts",
  "pad/strokes",
  "pad/timeline",
  "upload/drop",
  "upload/photo",
  "history/entries",
  "history/thumbnail",
  "result",
];

/**
 * Style and scripts of the sheet, the upload and the history. Modules are named
 * beforehand, so that they come at once and not one after the other.
 */
export function InputHead() {
  return (
    <>
      <link rel="stylesheet" href="/static/input.css" />
      {IMPORTED.map((name) => (
        <link rel="modulepreload" href={`/static/${name}.js`} />
      ))}
      {ENTRIES.map((name) => (
        <script src={`/static/${name}.js`} type="module"></script>
      ))}
    </>
  );
}
