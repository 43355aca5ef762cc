import assert from "node:assert/strict";
import { PIXELS, SIDE } from "../../train/mnist.ts";
import { Random } from "../../train/random.ts";
import { restyle, RESTYLED } from "../../train/styles.ts";

/** Pixels of ink of half black or more. */
function inked(data: Float32Array): number {
  return data.filter((value) => value >= 0.5).length;
}

function paint(inkAt: (x: number, y: number) => boolean): Float32Array {
  return Float32Array.from(
    { length: PIXELS },
    (_, i) => inkAt(i % SIDE, Math.floor(i / SIDE)) ? 1 : 0,
  );
}

const DIGITS: Readonly<Record<number, Float32Array>> = {
  0: paint((x, y) => Math.abs(Math.hypot((x - 14) * 1.4, y - 14) - 9) < 1.3),
  1: paint((x, y) => Math.abs(x - 14) < 1.3 && Math.abs(y - 14) < 10),
  7: paint((x, y) =>
    (Math.abs(y - 5) < 1.3 && Math.abs(x - 14) < 6) ||
    (Math.abs(x - 20 + (y - 5) / 3) < 1.5 && y >= 5 && y < 24)
  ),
};

Deno.test("restyle() adds ink to the digit and takes none away", () => {
  for (const digit of RESTYLED) {
    const source = DIGITS[digit]!;
    for (let seed = 0; seed < 100; seed++) {
      const ink = restyle(source, digit, new Random(seed))!;
      const margin = (ink.width - SIDE) / 2;
      source.forEach((value, i) => {
        const at = (Math.floor(i / SIDE) + margin) * ink.width + i % SIDE +
          margin;
        assert.ok(ink.data[at]! >= value, `${digit}, seed ${seed}`);
      });
      assert.ok(inked(ink.data) > inked(source), `${digit}, seed ${seed}`);
      assert.ok(inked(ink.data) < 3 * inked(source), `${digit}, seed ${seed}`);
    }
  }
});

Deno.test("restyle() draws the same for the same random numbers and another for others", () => {
  for (const digit of RESTYLED) {
    const draw = (seed: number) =>
      restyle(DIGITS[digit]!, digit, new Random(seed))!.data.join();
    assert.equal(draw(1), draw(1));
    assert.equal(
      new Set(Array.from({ length: 20 }, (_, i) => draw(i))).size,
      20,
    );
  }
});

Deno.test("restyle() leaves paper in a zero, however thick its pen", () => {
  const thick = paint((x, y) =>
    Math.abs(Math.hypot((x - 14) * 1.4, y - 14) - 7) < 3
  );
  for (let seed = 0; seed < 100; seed++) {
    const { width, data } = restyle(thick, 0, new Random(seed))!;
    const middle = Array.from(
      { length: 11 * 11 },
      (_, i) => data[(19 + Math.floor(i / 11)) * width + 19 + i % 11]!,
    );
    assert.ok(middle.some((value) => value < 0.5), `seed ${seed}`);
  }
});

Deno.test("restyle() has nothing to draw on without ink, and refuses digits it has no style for", () => {
  assert.equal(restyle(new Float32Array(PIXELS), 1, new Random(1)), null);
  assert.throws(
    () => restyle(DIGITS[1]!, 5, new Random(1)),
    /expected one of 0, 1, 7, found 5/,
  );
});
