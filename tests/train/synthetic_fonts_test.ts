import assert from "node:assert/strict";
import { FAMILIES } from "../../train/synthetic/families.ts";
import {
  fillOutline,
  type OutlineCommand,
} from "../../train/synthetic/outline.ts";

/** A square with its corner at (left, left); clockwise unless `turn` is -1. */
function square(left: number, side: number, turn = 1): OutlineCommand[] {
  const right = left + side;
  const corners = [[left, left], [right, left], [right, right], [left, right]];
  if (turn < 0) corners.reverse();
  return [
    ...corners.map(([x = 0, y = 0], i): OutlineCommand => ({
      type: i === 0 ? "M" : "L",
      x,
      y,
    })),
    { type: "Z" },
  ];
}

function area(commands: readonly OutlineCommand[], size: number): number {
  const ink = fillOutline(commands, size);
  return ink ? ink.data.reduce((sum, value) => sum + value, 0) : 0;
}

Deno.test("fillOutline() fills a square wholly, wherever it lies and however it turns", () => {
  for (const turn of [1, -1]) {
    const ink = fillOutline(square(-130, 700, turn), 10);
    assert.deepEqual([ink?.width, ink?.height], [10, 10]);
    assert.ok(ink?.data.every((value) => Math.abs(value - 1) < 1e-6));
  }
});

Deno.test("fillOutline() leaves a hole where an inner outline turns the other way, and only there", () => {
  const outer = square(0, 100);
  assert.ok(
    Math.abs(area([...outer, ...square(25, 50, -1)], 40) - 1200) < 0.1,
  );
  assert.ok(Math.abs(area([...outer, ...square(25, 50, 1)], 40) - 1600) < 0.1);
});

Deno.test("fillOutline() rounds curves: a circle of four cubic arcs has its area", () => {
  const k = 0.5522847498; // control points of a quarter circle, as in every drawing program
  const arc = (
    [x1, y1, x2, y2, x, y]: [number, number, number, number, number, number],
  ): OutlineCommand => ({ type: "C", x1, y1, x2, y2, x, y });
  const circle: OutlineCommand[] = [
    { type: "M", x: 1, y: 0 },
    arc([1, k, k, 1, 0, 1]),
    arc([-k, 1, -1, k, -1, 0]),
    arc([-1, -k, -k, -1, 0, -1]),
    arc([k, -1, 1, -k, 1, 0]),
    { type: "Z" },
  ];
  assert.ok(Math.abs(area(circle, 100) / (Math.PI * 50 ** 2) - 1) < 0.01);
});

Deno.test("fillOutline() fills two thirds of the box under a parabola", () => {
  const parabola: OutlineCommand[] = [
    { type: "M", x: 0, y: 100 },
    { type: "Q", x1: 50, y1: -100, x: 100, y: 100 },
    { type: "Z" },
  ];
  assert.ok(Math.abs(area(parabola, 90) / (90 * 90) - 2 / 3) < 0.01);
});

Deno.test("fillOutline() finds nothing in an outline without extent", () => {
  assert.equal(fillOutline([], 20), null);
  assert.equal(fillOutline([{ type: "M", x: 3, y: 3 }], 20), null);
});

Deno.test("each family is named once, about a quarter of each kind is unseen", () => {
  const names = FAMILIES.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const kind of ["handwriting", "printed"]) {
    const families = FAMILIES.filter((family) => family.kind === kind);
    const unseen = families.filter(({ split }) => split === "unseen").length;
    assert.ok(families.length >= 15, kind);
    assert.ok(Math.abs(unseen / families.length - 0.25) < 0.06, kind);
  }
});

Deno.test("fonts are pinned in train.lock, which alone has them and holds all of dev.lock", async () => {
  const packages = async (file: string): Promise<Record<string, unknown>> =>
    JSON.parse(await Deno.readTextFile(file)).npm;
  const [training, development] = await Promise.all([
    packages("train.lock"),
    packages("dev.lock"),
  ]);
  const isFont = (name: string) => name.startsWith("@fontsource/");
  assert.deepEqual(
    Object.keys(training).filter(isFont).sort(),
    FAMILIES.map(({ name, version }) => `@fontsource/${name}@${version}`)
      .sort(),
  );
  assert.deepEqual(Object.keys(development).filter(isFont), []);
  for (const [name, pinned] of Object.entries(development)) {
    assert.deepEqual(training[name], pinned, name);
  }
});
