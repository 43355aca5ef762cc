/**
 * Lists what was read in this visit. A drawing is listed when it is cleared or
 * another one takes its place, a picture when it was read.
 */
import { drawPicture } from "../pad/picture.js";
import { pack, unpack } from "../pad/strokes.js";
import { showInstead } from "../result.js";
import { keepEntries, keptEntries, withEntry } from "./entries.js";
import { thumbnailOf } from "./thumbnail.js";

const section = document.getElementById("recent");
const list = section.querySelector("ol");
const template = section.querySelector("template");
const sheet = document.querySelector(".sheet");

let entries = keptEntries();
/** What was handed to be read, by the form that sends it. */
const sent = new Map();
/** The drawing as it was last read. */
let drawn = null;

function add(entry) {
  entries = withEntry(entries, entry);
  show();
}

function settle() {
  if (drawn) add(drawn);
  drawn = null;
}

function show() {
  keepEntries(entries);
  section.classList.toggle("empty", entries.length === 0);
  list.replaceChildren(...entries.map(toItem));
  list.scrollLeft = list.scrollWidth;
}

function toItem(entry) {
  const item = template.content.firstElementChild.cloneNode(true);
  item.querySelector("img").src = entry.picture;
  item.querySelector("b").textContent = entry.text.replaceAll("\n", " · ");
  item.querySelector("button").addEventListener("click", () => recall(entry));
  return item;
}

function recall(entry) {
  settle();
  const detail = { strokes: unpack(entry.strokes ?? []) };
  sheet.dispatchEvent(new CustomEvent("bringback", { detail }));
  if (!entry.strokes) showPicture(entry);
  document.querySelector(".paper").scrollIntoView({ block: "nearest" });
}

/** The picture itself is gone, but for its thumbnail. */
function showPicture({ text, shape, picture }) {
  showInstead("recalled", (result) => {
    const place = result.querySelector(".text");
    result.dataset.text = place.textContent = text;
    place.className = shape;
    result.querySelector("img").src = picture;
  });
}

/** What the page shows now of a reading; null unless something was read. */
function answer() {
  const result = document.getElementById("result");
  if (!result.classList.contains("read")) return null;
  const shape = result.querySelector(".text")?.className ?? "text";
  return { text: result.dataset.text, shape };
}

document.addEventListener("written", ({ target, detail }) => {
  sent.set(target, detail.strokes);
});
document.addEventListener("chosen", ({ target, detail }) => {
  sent.set(target, createImageBitmap(detail.file).catch(() => null));
});
document.addEventListener("submit", ({ target, submitter }) => {
  const image = submitter?.querySelector("img");
  if (image) sent.set(target, image);
});
document.addEventListener("cleared", settle);
document.addEventListener("htmx:after:swap", async ({ detail }) => {
  const source = detail.ctx.sourceElement;
  const handed = sent.get(source);
  const read = answer();
  if (handed === undefined || !read) return;
  if (source === sheet) {
    const picture = thumbnailOf(drawPicture(handed));
    drawn = picture && { ...read, picture, strokes: pack(handed) };
    return;
  }
  settle();
  const image = await handed;
  const picture = image && thumbnailOf(image);
  if (picture) add({ ...read, picture });
});
section.querySelector(".forget").addEventListener("click", () => {
  entries = [];
  show();
});

show();
