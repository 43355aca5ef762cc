import assert from "node:assert/strict";
import { chooseWindows } from "../../src/imaging/choose_windows.ts";
import { findInk, findInks } from "../../src/imaging/ink.ts";
import type { Plane } from "../../src/imaging/morphology.ts";
import { paint, recolor } from "./draw.ts";

const WIDTH = 240;
const HEIGHT = 180;
const PAPER = 210;

type Shape = (x: number, y: number) => number;

/** A sheet under the product of what each shape lets through, 0..1. */
function sheet(...shapes: readonly Shape[]): Plane {
  const data = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    // Light falls off, so that the paper has no one level.
    const light = 1 - 0.3 * x / WIDTH;
    return shapes.reduce((level, shape) => level * shape(x, y), PAPER * light);
  });
  return { width: WIDTH, height: HEIGHT, data };
}

/** A seven, its strokes `width` pixels wide. */
function seven(width: number, darkness = 0.7): Shape {
  return (x, y) => {
    const isBar = x >= 70 && x <= 130 && Math.abs(y - 50) <= width / 2;
    const isStem = y >= 50 && y <= 140 &&
      Math.abs(x - 130 + (y - 50) / 3) <= width / 2;
    return isBar || isStem ? 1 - darkness : 1;
  };
}

/** A bar of shadow with hard edges, as of a pen. */
const shadow: Shape = (x, y) => Math.abs(x + y / 2 - 230) <= 14 ? 0.6 : 1;

/** Two printed lines. */
const lines: Shape = (_, y) => y === 20 || y === 21 || y === 160 ? 0.25 : 1;

function pictureOf(plane: Plane) {
  const blank = { ...plane, data: new Float32Array(plane.data.length) };
  return recolor(paint(blank), (_, i) => plane.data[i]!);
}

function inkWhere(
  data: Float32Array,
  isPart: (x: number, y: number) => boolean,
): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    if (!isPart(i % WIDTH, Math.floor(i / WIDTH))) continue;
    sum += data[i]!;
    count++;
  }
  return sum / count;
}

Deno.test("chooseWindows() takes a wider window the wider the strokes are", () => {
  const windows = [3, 11, 22].map((width) =>
    chooseWindows(sheet(seven(width)), -1)[0]!
  );
  assert.deepEqual(windows, windows.toSorted((a, b) => a - b));
  assert.ok(windows[0]! < windows[2]!);
});

Deno.test("findInk() leaves no ink of a hard shadow narrower than a thick stroke is long", () => {
  const { data } = findInk(pictureOf(sheet(seven(4), shadow)));
  assert.ok(inkWhere(data, (x, y) => seven(2)(x, y) < 1) > 0.8);
  assert.ok(
    inkWhere(data, (x, y) => shadow(x, y) < 1 && seven(8)(x, y) === 1) < 0.05,
  );
});

Deno.test("findInk() keeps thick strokes whole", () => {
  for (const width of [8, 16, 24]) {
    const { data } = findInk(pictureOf(sheet(seven(width))));
    assert.ok(inkWhere(data, (x, y) => seven(width - 4)(x, y) < 1) > 0.8);
  }
});

Deno.test("findInks() gives thick strokes beside thin ruling a reading of their own", () => {
  const inks = findInks(pictureOf(sheet(seven(20), lines)));
  const whole = inks.filter(({ data }) =>
    inkWhere(data, (x, y) => seven(12)(x, y) < 1) > 0.8
  );
  assert.ok(whole.length > 0);
});
