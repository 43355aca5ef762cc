/** Files that are dropped anywhere on the page. */

/**
 * Milliseconds without a word of the files after which they are gone: browsers
 * tell every 350 that they are still there, and not alike that they left.
 */
const SILENCE = 700;

/**
 * @param {HTMLElement} veil lies over the page while files are held over it
 * @param {(files: FileList) => void} drop
 */
export function listenForDrops(veil, drop) {
  let silence = 0;
  const hasFiles = ({ dataTransfer }) => dataTransfer.types.includes("Files");

  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    veil.hidden = false;
    clearTimeout(silence);
    silence = setTimeout(() => veil.hidden = true, SILENCE);
  });
  document.addEventListener("drop", (event) => {
    veil.hidden = true;
    if (!hasFiles(event)) return;
    event.preventDefault();
    drop(event.dataTransfer.files);
  });
}
