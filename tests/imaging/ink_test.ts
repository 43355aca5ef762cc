import assert from "node:assert/strict";
import { findInk } from "../../src/imaging/ink.ts";
import { findCharacter } from "../../src/imaging/character.ts";
import { cut } from "../../src/imaging/cut.ts";
import { removeLines } from "../../src/imaging/lines.ts";
import {
  BLACK,
  type Color,
  drawTwo,
  paint,
  recolor,
  seeded,
  WHITE,
} from "./draw.ts";

const PLACE = { width: 90, height: 120, x: 10, y: 20, size: 70 };

function blank(color: Color, width = 60, height = 40) {
  return paint(
    { width, height, data: new Float32Array(width * height) },
    WHITE,
    color,
  );
}

function assertBlank(picture: Parameters<typeof findInk>[0]): void {
  const ink = findInk(picture);
  assert.ok(ink.data.every((value) => value === 0));
  assert.equal(findCharacter(ink), null);
}

Deno.test("findInk() finds the coverage of black strokes on white", () => {
  const drawing = drawTwo(PLACE);
  const ink = findInk(paint(drawing));
  assert.equal(ink.width, 90);
  assert.equal(ink.height, 120);
  ink.data.forEach((value, i) =>
    assert.ok(Math.abs(value - drawing.data[i]!) <= 0.5 / 255 + 1e-6)
  );
});

Deno.test("findInk() stretches pale ink to full ink", () => {
  const drawing = drawTwo(PLACE);
  const gray: Color = [170, 170, 170, 255];
  const ink = findInk(paint(drawing, gray, [230, 230, 230, 255]));
  ink.data.forEach((value, i) =>
    assert.ok(Math.abs(value - drawing.data[i]!) < 0.02)
  );
});

Deno.test("findInk() tells the box that all ink on even paper lies in", () => {
  const { x, y, size } = PLACE;
  const ink = findInk(paint(drawTwo(PLACE)));
  const box = ink.inked!;
  assert.ok(box.x >= x && box.y >= y);
  assert.ok(box.width <= size && box.height <= size);
  const inside = cut(ink, box).data.reduce((sum, value) => sum + value, 0);
  assert.equal(inside, ink.data.reduce((sum, value) => sum + value, 0));
});

Deno.test("what is read does not depend on whether that box is told", () => {
  const { inked: _inked, ...untold } = findInk(paint(drawTwo(PLACE)));
  const told = findInk(paint(drawTwo(PLACE)));
  assert.deepEqual(findCharacter(untold), findCharacter(told));
  assert.equal(removeLines(untold), untold);
});

Deno.test("findInk() finds no ink in one colour", () => {
  for (const color of [WHITE, BLACK, [90, 140, 30, 255]] as Color[]) {
    assertBlank(blank(color));
  }
  assertBlank(blank(WHITE, 1, 1));
  assertBlank(blank(WHITE, 300, 1));
});

Deno.test("findInk() finds no ink in what is wholly transparent", () => {
  assertBlank(blank([0, 0, 0, 0]));
  assertBlank(blank([255, 255, 255, 0]));
});

Deno.test("findInk() finds no ink below the least contrast", () => {
  assertBlank(paint(drawTwo(PLACE), [236, 236, 236, 255], WHITE));
});

Deno.test("findInk() finds no ink in noise", () => {
  for (const strength of [10, 40, 120, 255]) {
    const random = seeded(strength);
    const gray: Color = [128, 128, 128, 255];
    const noise = () => 127.5 + strength * (random() - 0.5);
    assertBlank(recolor(blank(gray, 200, 150), noise));
  }
});

Deno.test("findInk() finds no ink in light that falls off", () => {
  const shaded = recolor(
    blank([220, 220, 220, 255], 200, 150),
    (value, i) => value * (1 - 0.5 * (i % 200) / 200),
  );
  assertBlank(shaded);
});

Deno.test("findInk() takes light ground on transparency for paper", () => {
  const sticker = paint(drawTwo(PLACE));
  for (let i = 0; i < 10; i++) sticker.rgba[4 * i + 3] = 0;
  const drawing = drawTwo(PLACE);
  const ink = findInk(sticker);
  ink.data.forEach((value, i) =>
    assert.ok(Math.abs(value - drawing.data[i]!) <= 0.01)
  );
});

/** A thick ring that touches all sides: two thirds of the picture are ink. */
function drawRing(side: number) {
  const data = new Float32Array(side * side);
  for (let i = 0; i < data.length; i++) {
    const x = i % side - (side - 1) / 2;
    const y = Math.floor(i / side) - (side - 1) / 2;
    const distance = Math.hypot(x, y) / (side / 2);
    data[i] = distance <= 1 && distance >= 0.4 ? 1 : 0;
  }
  return { width: side, height: side, data };
}

Deno.test("findInk() tells ink from paper where a close crop leaves less paper than ink", () => {
  const drawing = drawRing(64);
  const share = drawing.data.reduce((sum, value) => sum + value, 0) /
    drawing.data.length;
  assert.ok(share > 0.6);
  for (
    const picture of [paint(drawing), paint(drawing, WHITE, BLACK)]
  ) {
    assert.deepEqual(findInk(picture).data, drawing.data);
  }
});
