/**
 * Pictures that are picked, photographed, dropped or pasted: they are made fit
 * to be sent and put into the form, which does the rest (see `hx-trigger`).
 */
import { showInstead } from "../result.js";
import { listenForDrops } from "./drop.js";
import { prepare } from "./photo.js";

const form = document.getElementById("upload");
const camera = document.getElementById("camera");
const note = document.getElementById("upload-note");
const usualNote = note.textContent;
/** Of the picture that is being read; whatever comes later takes its place. */
let turn = 0;

/** @param {Iterable<File>} files of which one is read: the first picture */
async function read(files) {
  const all = [...files];
  const file = all.find(({ type }) => type.startsWith("image/")) ?? all[0];
  if (!file) return;
  tell(all.length > 1 && note.dataset.several.replace("{name}", file.name));
  const mine = ++turn;
  const fit = await prepare(file);
  if (mine !== turn) return;
  if (fit) send(fit);
  else showInstead("unreadable");
}

/** @param {string | false} text in place of what is usually said there */
function tell(text) {
  note.textContent = text || usualNote;
  note.classList.toggle("told", Boolean(text));
}

function send(file) {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  form.elements.image.files = transfer.files;
  form.dispatchEvent(
    new CustomEvent("chosen", { bubbles: true, detail: { file } }),
  );
  // The same file may be picked again, and is to be read again then.
  form.reset();
}

form.elements.image.addEventListener("change", ({ target }) => {
  read(target.files);
});
camera.addEventListener("change", () => {
  read(camera.files);
});
document.addEventListener("paste", (event) => {
  const { files } = event.clipboardData;
  if (files.length === 0) return;
  event.preventDefault();
  read(files);
});
listenForDrops(document.getElementById("veil"), read);
// Writing has begun, or the sheet was cleared.
form.addEventListener("htmx:abort", () => turn++);

// Where no camera is known to be, none is offered.
const devices = await navigator.mediaDevices?.enumerateDevices()
  .catch(() => []) ?? [];
const hasCamera = devices.some(({ kind }) => kind === "videoinput");
camera.parentElement.hidden = devices.length > 0 && !hasCamera;
