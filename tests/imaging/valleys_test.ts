import assert from "node:assert/strict";
import { Effort } from "../../src/imaging/effort.ts";
import type { Ink } from "../../src/imaging/ink.ts";
import {
  type Valley,
  valleysFromBottom,
  valleysFromTop,
} from "../../src/imaging/valleys.ts";

/** Ink where a picture of text has a #. */
function drawn(rows: readonly string[]): Ink {
  const data = Float32Array.from(rows.join(""), (sign) => sign === "#" ? 1 : 0);
  return { width: rows[0]!.length, height: rows.length, data };
}

const Y = drawn([
  "#......#",
  "##....##",
  ".##..##.",
  "..####..",
  "...##...",
  "...##...",
]);

const placesOf = (valleys: readonly Valley[]) =>
  valleys.map(({ x, y }) => [x, y]);

Deno.test("two strokes that meet have a valley where they do", () => {
  const valleys = valleysFromTop(Y, 20, new Effort());
  assert.equal(valleys.length, 1);
  assert.equal(valleys[0]!.y, 2);
  assert.ok([3, 4].includes(valleys[0]!.x));
  assert.deepEqual(valleysFromBottom(Y, 20, new Effort()), []);
});

Deno.test("the way to a valley goes through paper", () => {
  const [valley] = valleysFromTop(Y, 20, new Effort());
  for (let y = 0; y <= valley!.y; y++) {
    assert.equal(Y.data[y * Y.width + valley!.columns[y]!], 0);
  }
});

Deno.test("a piece upside down has the same valleys from below", () => {
  const { width, height, data } = Y;
  const turned = { width, height, data: data.toReversed() };
  const [above] = valleysFromTop(Y, 20, new Effort());
  const [below] = valleysFromBottom(turned, 20, new Effort());
  assert.equal(below!.y, height - 1 - above!.y);
});

Deno.test("a wide floor has a corner at either end", () => {
  const tray = drawn(["#........#", "#........#", "##########"]);
  assert.deepEqual(placesOf(valleysFromTop(tray, 20, new Effort())), [[1, 1], [
    8,
    1,
  ]]);
  assert.equal(valleysFromTop(tray, 50, new Effort()).length, 1);
});

Deno.test("an arch, a bar and paper that goes through have no valley from above", () => {
  const arch = drawn(["..##..", ".####.", "##..##", "#....#"]);
  const bar = drawn(["....", "####", "...."]);
  const gate = drawn(["#..#", "#..#", "#..#"]);
  for (const ink of [arch, bar, gate]) {
    assert.deepEqual(valleysFromTop(ink, 20, new Effort()), []);
  }
  assert.equal(valleysFromBottom(arch, 20, new Effort()).length, 1);
});
