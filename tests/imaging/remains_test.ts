import assert from "node:assert/strict";
import { clearRemains } from "../../src/imaging/remains.ts";

const SIDE = 100;
const PRINT = { thickness: 2, angles: [0, Math.PI / 2] };

/** Bars of full ink: x, y, width, height. */
function bars(
  ...boxes: readonly (readonly [number, number, number, number])[]
) {
  const data = new Float32Array(SIDE * SIDE);
  for (const [x, y, width, height] of boxes) {
    for (let row = y; row < y + height; row++) {
      data.fill(1, row * SIDE + x, row * SIDE + x + width);
    }
  }
  return { width: SIDE, height: SIDE, data };
}

const LINE = [0, 20, SIDE, 2] as const;

Deno.test("clearRemains() clears crumbs of a line that is gone", () => {
  const rest = bars([30, 19, 3, 1], [60, 22, 4, 1]);
  const ink = bars(LINE, [30, 19, 3, 1], [60, 22, 4, 1]);
  assert.deepEqual(clearRemains(ink, rest, PRINT), bars());
});

Deno.test("clearRemains() clears thin pieces along the lines that the edge cuts", () => {
  const rest = bars([70, 98, 30, 2], [98, 60, 2, 20]);
  const ink = bars(LINE, [70, 98, 30, 2], [98, 60, 2, 20]);
  assert.deepEqual(clearRemains(ink, rest, PRINT), bars());
});

Deno.test("clearRemains() leaves strokes that cross a line, thin ones inside, and thick or level ones at the edge", () => {
  for (
    const stroke of [
      [50, 10, 3, 30],
      [40, 60, 2, 30],
      [40, 60, 20, 2],
      [90, 60, 10, 6],
    ] as const
  ) {
    const rest = bars(stroke);
    const ink = bars(LINE, stroke);
    assert.equal(clearRemains(ink, rest, PRINT), rest, String(stroke));
  }
  const minus = bars([80, 60, 20, 2]);
  const downwards = { thickness: 2, angles: [Math.PI / 2] };
  assert.equal(
    clearRemains(bars([80, 60, 20, 2], [10, 0, 2, SIDE]), minus, downwards),
    minus,
  );
});
