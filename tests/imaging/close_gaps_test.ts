import assert from "node:assert/strict";
import { closeGaps } from "../../src/imaging/close_gaps.ts";
import type { Ink } from "../../src/imaging/ink.ts";
import type { Box } from "../../src/imaging/picture.ts";

const SIDE = 20;

/** Squares of ink, each paler than the one before, and the last reaches the corner. */
function squares(...places: readonly (readonly [x: number, y: number])[]): Ink {
  const boxes = places.map(([x, y]): Box => ({
    x,
    y,
    width: SIDE,
    height: SIDE,
  }));
  const [x, y] = places.at(-1)!;
  const [width, height] = [x + SIDE, y + SIDE];
  const data = new Float32Array(width * height);
  boxes.forEach((box, i) => {
    for (let row = box.y; row < box.y + SIDE; row++) {
      const at = row * width + box.x;
      data.fill(1 - i / 10, at, at + SIDE);
    }
  });
  return { width, height, data };
}

Deno.test("closeGaps() leaves half a height between signs that stand apart, in either direction", () => {
  assert.deepEqual(
    closeGaps(squares([0, 0], [200, 0])),
    squares([0, 0], [SIDE * 1.5, 0]),
  );
  assert.deepEqual(
    closeGaps(squares([0, 0], [0, 150], [300, 300])),
    squares([0, 0], [0, SIDE * 1.5], [SIDE * 1.5, SIDE * 3]),
  );
});

Deno.test("closeGaps() gives the very ink where nothing stands far apart", () => {
  for (const gap of [-3, 0, 4, SIDE / 2]) {
    const ink = squares([0, 0], [SIDE + gap, 0]);
    assert.equal(closeGaps(ink), ink);
  }
});

Deno.test("closeGaps() closes what is no more than a faint trace", () => {
  const ink = squares([0, 0], [100, 0]);
  ink.data[60] = 0.1;
  assert.equal(closeGaps(ink).width, 2.5 * SIDE);
});

Deno.test("closeGaps() leaves paper alone", () => {
  const ink = { width: 30, height: 5, data: new Float32Array(150) };
  assert.equal(closeGaps(ink), ink);
});
