/** Mouse, finger and pen on the sheet. */
import { pointAt } from "./strokes.js";
/** A pen pressed lightly, or hard, makes the line so many times as wide. */
const LIGHTEST = 0.6;
const HARDEST = 1.5;
/** Pens that do not feel pressure tell this one (Pointer Events, 4.1). */
const USUAL_PRESSURE = 0.5;
/** Buttons: the tip of a pen as that of a mouse, and a pen's other end. */
const TIP = 0;
const OTHER_END = 5;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {import("./pad.js").Hand} hand
 * @param {import("./sheet.js").Sheet} sheet
 */
export function writeByPointer(canvas, hand, sheet) {
  /** Only one pointer writes at a time: a resting palm leaves no ink. */
  let writing = null;

  function begin(event) {
    const { button, pointerId, pointerType } = event;
    if (button !== TIP && button !== OTHER_END) return;
    if (writing !== null) {
      // The palm came first.
      if (writing.pointerType !== "touch" || pointerType !== "pen") return;
      hand.cancel();
    }
    writing = { pointerId, pointerType };
    canvas.setPointerCapture(pointerId);
    hand.down(locate(event), button === OTHER_END);
  }

  function go(event) {
    if (event.pointerId !== writing?.pointerId) return;
    // A frame may hold many moves; together they make a smooth line.
    const moves = event.getCoalescedEvents?.() ?? [];
    for (const move of moves.length > 0 ? moves : [event]) {
      hand.move(locate(move));
    }
  }

  function end(event) {
    if (event.pointerId !== writing?.pointerId) return;
    writing = null;
    hand.lift();
  }

  const locate = (event) => pointAt(sheet.locate(event), forceOf(event));

  canvas.addEventListener("pointerdown", begin);
  canvas.addEventListener("pointermove", go);
  canvas.addEventListener("pointerup", end);
  canvas.addEventListener("pointercancel", end);
}

/** Mice and fingers have no pressure that means anything. */
function forceOf({ pointerType, pressure }) {
  if (pointerType !== "pen") return 1;
  const pressed = 1 + pressure - USUAL_PRESSURE;
  return Math.min(HARDEST, Math.max(LIGHTEST, pressed));
}
