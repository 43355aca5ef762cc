/**
 * The sheet of paper: collects strokes, draws them, and hands a picture of
 * them to the form around it, which does the rest (see `hx-trigger` there).
 */
import { showInstead } from "./result.js";

/**
 * Width of the pen, in CSS pixels: digits of 50 to 240 pixels are read alike,
 * and eight of them side by side on a phone do not run together.
 */
const PEN = 12;
/** Paper around the writing in the picture that is sent, in CSS pixels. */
const MARGIN = 32;
/** Pixels of the picture that is sent, one a CSS pixel: a full sheet, read in milliseconds. */
const MAX_PICTURE_PIXELS = 2 ** 18;
/** Milliseconds without a stroke before the writing is read: half digits are not. */
const PAUSE = 150;
/** Pictures of the writing as it grew, at most: so many are read at once (see `/growth`). */
const MAX_MOMENTS = 24;
const SCREEN_INK = "#1d2746";
const PICTURE_INK = "#000";
const PICTURE_PAPER = "#fff";

const pad = document.getElementById("pad");
const form = pad.closest("form");
const screen = pad.getContext("2d");
const picture = document.createElement("canvas")
  .getContext("2d", { willReadFrequently: true });

/**
 * Strokes in the order they were drawn; points in CSS pixels of the sheet at
 * its full scale, so that they hold at any size.
 * @type {{ x: number, y: number }[][]}
 */
let strokes = [];
/** Below 1 where the sheet has become narrower than what is written on it. */
let scale = 1;
/** Only one pointer writes at a time: a resting palm leaves no ink. */
let writing = null;
let frame = 0;
let pause = 0;

function begin(event) {
  if (writing !== null || event.button !== 0) return;
  clearTimeout(pause);
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
  pause = setTimeout(hand, PAUSE);
}

/** A captured pointer may leave the sheet; its ink does not. */
function locate(event) {
  const { left, top, width, height } = pad.getBoundingClientRect();
  return {
    x: Math.min(width, Math.max(0, event.clientX - left)) / scale,
    y: Math.min(height, Math.max(0, event.clientY - top)) / scale,
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
  clearTimeout(pause);
  fit();
  scheduleDraw();
  if (strokes.length > 0) hand();
  else forget();
}

/** Nothing is written: whatever is still being read is not waited for. */
function forget() {
  for (const one of document.forms) one.dispatchEvent(new Event("htmx:abort"));
  showInstead("blank");
}

/**
 * Puts a picture of the writing into the form and tells it. The picture is
 * made at once, not by a callback, so that no older one can overtake it.
 */
function hand() {
  const transfer = new DataTransfer();
  transfer.items.add(takePicture(strokes));
  form.elements.image.files = transfer.files;
  document.getElementById("upload").reset();
  form.dispatchEvent(new CustomEvent("written"));
}

/**
 * Adds a picture of the writing after each stroke, all of one size. Of very
 * many strokes some are passed over, but never the last.
 */
function grow({ detail }) {
  const moments = Math.min(MAX_MOMENTS, strokes.length);
  for (let moment = 1; moment <= moments; moment++) {
    const count = Math.round(moment * strokes.length / moments);
    detail.pictures.push(takePicture(strokes.slice(0, count)));
  }
}

function takePicture(some) {
  drawPicture(some);
  const base64 = picture.canvas.toDataURL("image/png").split(",")[1];
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  return new File([bytes], "sheet.png", { type: "image/png" });
}

/** Some strokes in the place of all, with a margin, as large as on the screen. */
function drawPicture(some) {
  const points = strokes.flat();
  const reach = MARGIN + PEN / 2;
  const left = least(points, "x") - reach;
  const top = least(points, "y") - reach;
  const width = most(points, "x") + reach - left;
  const height = most(points, "y") + reach - top;
  const zoom = Math.min(1, Math.sqrt(MAX_PICTURE_PIXELS / (width * height)));
  const { canvas } = picture;
  canvas.width = Math.ceil(zoom * width);
  canvas.height = Math.ceil(zoom * height);
  picture.fillStyle = PICTURE_PAPER;
  picture.fillRect(0, 0, canvas.width, canvas.height);
  picture.setTransform(zoom, 0, 0, zoom, -zoom * left, -zoom * top);
  drawStrokes(picture, PICTURE_INK, some);
}

const least = (points, axis) =>
  points.reduce((low, point) => Math.min(low, point[axis]), Infinity);
const most = (points, axis) =>
  points.reduce((high, point) => Math.max(high, point[axis]), -Infinity);

function scheduleDraw() {
  form.classList.toggle("inked", strokes.length > 0);
  frame ||= requestAnimationFrame(draw);
}

function draw() {
  frame = 0;
  const zoom = scale * pad.width / pad.clientWidth;
  screen.setTransform(1, 0, 0, 1, 0, 0);
  screen.clearRect(0, 0, pad.width, pad.height);
  screen.setTransform(zoom, 0, 0, zoom, 0, 0);
  drawStrokes(screen, SCREEN_INK, strokes);
}

function drawStrokes(context, ink, some) {
  context.strokeStyle = context.fillStyle = ink;
  context.lineWidth = PEN;
  context.lineCap = context.lineJoin = "round";
  for (const stroke of some) {
    context.beginPath();
    trace(context, stroke);
    context.stroke();
    dot(context, stroke[0]);
  }
}

/** Where the pen touched: a canvas draws nothing of a stroke without length. */
function dot(context, { x, y }) {
  context.beginPath();
  context.arc(x, y, PEN / 2, 0, 2 * Math.PI);
  context.fill();
}

/** A curve through the middles between points, bent towards the points. */
function trace(context, points) {
  const [first] = points;
  const last = points.at(-1);
  context.moveTo(first.x, first.y);
  for (let i = 1; i < points.length - 1; i++) {
    const { x, y } = points[i];
    const next = points[i + 1];
    context.quadraticCurveTo(x, y, (x + next.x) / 2, (y + next.y) / 2);
  }
  context.lineTo(last.x, last.y);
}

/**
 * One canvas pixel for each pixel of the screen, however dense it is, and all
 * of the writing on the sheet, however narrow that has become.
 */
function fit() {
  const width = Math.max(1, Math.round(pad.clientWidth * devicePixelRatio));
  const height = Math.max(1, Math.round(pad.clientHeight * devicePixelRatio));
  const right = most(strokes.flat(), "x");
  const wanted = Math.min(1, pad.clientWidth / Math.max(1, right));
  if (pad.width === width && pad.height === height && scale === wanted) return;
  scale = wanted;
  pad.width = width;
  pad.height = height;
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
form.addEventListener("growth", grow);
fit();
