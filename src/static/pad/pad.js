/** The sheet of paper and its tools: puts together what the files beside do. */
import { tellGrowth } from "./growth.js";
import { keepStrokes, keptStrokes } from "./keep.js";
import { writeByKeyboard } from "./keyboard.js";
import { ERASER, Pen } from "./pen.js";
import { writeByPointer } from "./pointer.js";
import { Reader } from "./reader.js";
import { Sheet } from "./sheet.js";
import { listenForShortcuts } from "./shortcuts.js";
import { Timeline } from "./timeline.js";

const canvas = document.getElementById("pad");
const form = canvas.closest("form");
const buttons = {
  undo: document.getElementById("undo"),
  redo: document.getElementById("redo"),
  clear: document.getElementById("clear"),
};

const kept = keptStrokes();
/** Strokes that were kept can be taken back one by one as well. */
const timeline = new Timeline([
  [],
  ...kept.map((_, i) => kept.slice(0, i + 1)),
]);
const pen = new Pen(timeline);
const reader = new Reader(form);
const sheet = new Sheet(canvas, () => pen.strokes);

/**
 * What a pointer and the keyboard write with.
 *
 * @typedef {typeof hand} Hand
 */
const hand = {
  get isDown() {
    return pen.isDown;
  },
  /** @param {boolean} [erases] whichever tool is chosen */
  down(point, erases = false) {
    const { value } = form.elements.pen;
    const tool = erases || value === ERASER ? ERASER : Number(value);
    // There is nothing to take away, and maybe a picture is being read.
    if (tool !== ERASER || timeline.present.length > 0) reader.hold();
    pen.down(point, tool);
    draw();
  },
  move(point) {
    pen.move(point);
    draw();
  },
  lift() {
    const had = timeline.present.length;
    pen.lift();
    show();
    if (timeline.present.length > 0) reader.later(timeline.present);
    else if (had > 0) reader.forget();
  },
  cancel() {
    pen.cancel();
    draw();
  },
};
const keyboard = writeByKeyboard(canvas, {
  hand,
  sheet,
  cursor: document.getElementById("cursor"),
  teller: document.getElementById("teller"),
});
writeByPointer(canvas, hand, sheet);

/** A step of the tools' own, unless a pointer is writing. */
const step = (act) => () => {
  keyboard.lift();
  if (pen.isDown) return;
  act();
  show();
  sheet.fit();
  if (timeline.present.length > 0) reader.now(timeline.present);
  else reader.forget();
};
const undo = step(() => timeline.undo());
const redo = step(() => timeline.redo());
const clear = step(() => {
  if (timeline.present.length === 0) return;
  form.dispatchEvent(new Event("cleared", { bubbles: true }));
  replaceBy([]);
});

/** @param {readonly import("./strokes.js").Stroke[]} strokes may be none */
function replaceBy(strokes) {
  if (strokes.length + timeline.present.length > 0) timeline.push(strokes);
}

function draw() {
  form.classList.toggle("inked", pen.strokes.length > 0);
  sheet.show();
}

function show() {
  const { present, canUndo, canRedo } = timeline;
  // Disabled in earnest, a button that is pressed would lose the focus.
  buttons.undo.setAttribute("aria-disabled", String(!canUndo));
  buttons.redo.setAttribute("aria-disabled", String(!canRedo));
  draw();
  keepStrokes(present);
}

/** What is written came back, once htmx is there to send it. */
function readKept() {
  if (timeline.present.length > 0) reader.now(timeline.present);
}

buttons.undo.addEventListener("click", undo);
buttons.redo.addEventListener("click", redo);
buttons.clear.addEventListener("click", clear);
listenForShortcuts(form, {
  undo,
  redo,
  clear,
  choose: (place) => form.elements.pen[place].checked = true,
});
tellGrowth(form, () => timeline.present);
form.addEventListener("bringback", ({ detail }) => {
  step(() => replaceBy(detail.strokes))();
});
// A picture was read: what is on the sheet is not what the page shows.
document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  if (!ctx.sourceElement.matches(".pictured") || !ctx.response.raw.ok) return;
  replaceBy([]);
  show();
  sheet.fit();
});

show();
sheet.fit();
if (document.querySelector("#result.blank")) {
  if ("htmxPowered" in form.dataset) readKept();
  else {
    document.addEventListener("htmx:after:process", readKept, { once: true });
  }
}
