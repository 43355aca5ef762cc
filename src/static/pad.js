/**
 * The sheet of paper: collects strokes, draws them, and hands a picture of
 * them to the form around it, which does the rest (see `hx-trigger` there).
 */
import { showInstead } from "./result.js";

/** Pixels of a side of the picture that is sent: ten for one of MNIST's. */
const PICTURE_SIDE = 280;
/** Width of the pen, as a part of the sheet's side. */
const PEN_WIDTH = 0.065;
const SCREEN_INK = "#1d2746";
const PICTURE_INK = "#000";
const PICTURE_PAPER = "#fff";

const pad = document.getElementById("pad");
const form = pad.closest("form");
const screen = pad.getContext("2d");
const picture = createPicture();

/**
 * Strokes in the order they were drawn; points in sides of the sheet, so that
 * they hold at any size.
 * @type {{ x: number, y: number }[][]}
 */
let strokes = [];
/** Only one pointer writes at a time: a resting palm leaves no ink. */
let writing = null;
let frame = 0;

function createPicture() {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = PICTURE_SIDE;
  return canvas.getContext("2d", { willReadFrequently: true });
}

function begin(event) {
  if (writing !== null || event.button !== 0) return;
  writing = event.pointerId;
  pad.setPointerCapture(writing);
  strokes.push([locate(event)]);
  scheduleDraw();
}

function go(event) {
  if (event.pointerId !== writing) return;
  // A frame may hold many moves; together they make a smooth line.
  const moves = event.getCoalescedEvents?.() ?? [];
  strokes.at(-1).push(...(moves.length > 0 ? moves : [event]).map(locate));
  scheduleDraw();
}

function end(event) {
  if (event.pointerId !== writing) return;
  writing = null;
  hand("stroke");
}

function locate(event) {
  const { left, top, width, height } = pad.getBoundingClientRect();
  return {
    x: (event.clientX - left) / width,
    y: (event.clientY - top) / height,
  };
}

function undo() {
  if (strokes.length === 0 || writing !== null) return;
  strokes.pop();
  takeBack();
}

function clear() {
  if (writing !== null) return;
  strokes = [];
  takeBack();
}

function takeBack() {
  scheduleDraw();
  if (strokes.length === 0) showInstead("blank");
  hand("revise");
}

/**
 * Puts the sheet's picture into the form and tells it why. The picture is made
 * at once, not by a callback, so that no older one can overtake it.
 */
function hand(reason) {
  picture.fillStyle = PICTURE_PAPER;
  picture.fillRect(0, 0, PICTURE_SIDE, PICTURE_SIDE);
  drawStrokes(picture, PICTURE_SIDE, PICTURE_INK);
  const base64 = picture.canvas.toDataURL("image/png").split(",")[1];
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], "sheet.png", { type: "image/png" }));
  form.elements.image.files = transfer.files;
  document.getElementById("upload").reset();
  form.dispatchEvent(new CustomEvent(reason));
}

function scheduleDraw() {
  form.classList.toggle("inked", strokes.length > 0);
  frame ||= requestAnimationFrame(draw);
}

function draw() {
  frame = 0;
  screen.clearRect(0, 0, pad.width, pad.height);
  drawStrokes(screen, pad.width, SCREEN_INK);
}

function drawStrokes(context, side, ink) {
  context.strokeStyle = context.fillStyle = ink;
  context.lineWidth = PEN_WIDTH * side;
  context.lineCap = context.lineJoin = "round";
  for (const stroke of strokes) {
    context.beginPath();
    trace(context, stroke, side);
    context.stroke();
    dot(context, stroke[0], side);
  }
}

/** Where the pen touched: a canvas draws nothing of a stroke without length. */
function dot(context, { x, y }, side) {
  context.beginPath();
  context.arc(x * side, y * side, context.lineWidth / 2, 0, 2 * Math.PI);
  context.fill();
}

/** A curve through the middles between points, bent towards the points. */
function trace(context, points, side) {
  const [first] = points;
  const last = points.at(-1);
  context.moveTo(first.x * side, first.y * side);
  for (let i = 1; i < points.length - 1; i++) {
    const { x, y } = points[i];
    const next = points[i + 1];
    context.quadraticCurveTo(
      x * side,
      y * side,
      (x + next.x) / 2 * side,
      (y + next.y) / 2 * side,
    );
  }
  context.lineTo(last.x * side, last.y * side);
}

/** One canvas pixel for each pixel of the screen, however dense it is. */
function fit() {
  const side = Math.max(1, Math.round(pad.clientWidth * devicePixelRatio));
  if (pad.width === side) return;
  pad.width = pad.height = side;
  draw();
}

function press(event) {
  const key = event.key.toLowerCase();
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey || event.shiftKey) return;
  // Letters alone act only here: elsewhere they may belong to other tools.
  const here = form.contains(event.target);
  if (key === "z" && (command || here)) undo();
  else if (key === "escape" || (key === "c" && here && !command)) clear();
  else return;
  event.preventDefault();
}

pad.addEventListener("pointerdown", begin);
pad.addEventListener("pointermove", go);
pad.addEventListener("pointerup", end);
pad.addEventListener("pointercancel", end);
document.getElementById("undo").addEventListener("click", undo);
document.getElementById("clear").addEventListener("click", clear);
document.addEventListener("keydown", press);
new ResizeObserver(fit).observe(pad);
addEventListener("resize", fit);
fit();
