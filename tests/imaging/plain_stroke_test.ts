import assert from "node:assert/strict";
import { plainStroke } from "../../src/imaging/plain_stroke.ts";

const HEIGHT = 60;
const WIDTH = 70;
const PEN = 7;

/** Ink of a pen at some columns of each row, which goes from -0.5 at the top to 0.5. */
function drawn(columnsAt: (y: number) => readonly number[]) {
  const data = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const y = (Math.floor(i / WIDTH) + 0.5) / HEIGHT - 0.5;
    return columnsAt(y).some((x) => Math.abs(i % WIDTH - x) <= PEN / 2) ? 1 : 0;
  });
  return plainStroke({ width: WIDTH, height: HEIGHT, data });
}

Deno.test("plainStroke() measures how a stroke leans and bends, in its heights", () => {
  for (const slant of [-0.3, 0, 0.5]) {
    for (const bend of [-0.2, 0, 0.15]) {
      const found = drawn((
        y,
      ) => [35 - HEIGHT * slant * y + HEIGHT * bend * (4 * y * y - 0.5)]);
      assert.ok(found);
      assert.ok(Math.abs(found.slant - slant) < 0.03, `slant ${found.slant}`);
      assert.ok(Math.abs(found.bend - bend) < 0.03, `bend ${found.bend}`);
    }
  }
});

Deno.test("plainStroke() knows a loop, two strokes, a foot and what is broken from one stroke", () => {
  const loop = (y: number) => Math.sqrt(Math.max(0, 0.25 - y * y)) * HEIGHT;
  assert.equal(drawn((y) => [35 - loop(y), 35 + loop(y)]), null);
  assert.equal(drawn(() => [20, 45]), null);
  const foot = [20, 25, 30, 35, 40, 45, 50];
  assert.equal(drawn((y) => y > 0.3 ? foot : [35]), null);
  assert.equal(drawn((y) => Math.abs(y) < 0.1 ? [] : [35]), null);
});

Deno.test("plainStroke() finds nothing in a speck", () => {
  assert.equal(
    plainStroke({ width: 2, height: 3, data: new Float32Array(6).fill(1) }),
    null,
  );
});
