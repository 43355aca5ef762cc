import assert from "node:assert/strict";
import { onlySheet } from "../../src/imaging/only_sheet.ts";
import type { Picture } from "../../src/imaging/picture.ts";

const [WIDTH, HEIGHT] = [400, 300];

/** Gray levels of a picture. */
function painted(level: (x: number, y: number) => number): Picture {
  const rgba = new Uint8Array(WIDTH * HEIGHT * 4).fill(255);
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    rgba.fill(level(i % WIDTH, Math.floor(i / WIDTH)), 4 * i, 4 * i + 3);
  }
  return { width: WIDTH, height: HEIGHT, rgba, scale: 1 };
}

const TABLE = (x: number, y: number) => 60 + 20 * Math.sin((x + 2 * y) / 7);
const PEN = 30;

/** A sheet that is turned a little, with a stroke in its middle. */
function onTable(paper: number, stroke: number): Picture {
  return painted((x, y) => {
    const [dx, dy] = [x - 210 + 0.05 * y, y - 150 - 0.05 * x];
    if (Math.abs(dx) > 110 || Math.abs(dy) > 80) return TABLE(x, y);
    return Math.abs(dx) < 4 && Math.abs(dy) < 40 ? stroke : paper;
  });
}

Deno.test("onlySheet() shows the sheet and its writing alone", () => {
  const sheet = onlySheet(onTable(200, PEN))!;
  const levels = sheet.rgba.filter((_, i) => i % 4 === 0);
  assert.deepEqual([...new Set(levels)].sort(), [200, PEN]);
  const before = onTable(200, PEN).rgba
    .filter((value, i) => i % 4 === 0 && value === PEN).length;
  const written = levels.filter((value) => value === PEN).length;
  assert.equal(written, before);
});

Deno.test("onlySheet() finds none on even paper, in the dark, and where what is light is no sheet", () => {
  const round = painted((x, y) =>
    Math.hypot(x - 200, y - 150) < 90 ? 200 : TABLE(x, y)
  );
  const even = painted((x, y) =>
    Math.abs(x - 200) < 4 && Math.abs(y - 150) < 60 ? PEN : 210
  );
  for (const picture of [even, round, painted(TABLE), onTable(75, PEN)]) {
    assert.equal(onlySheet(picture), null);
  }
});
