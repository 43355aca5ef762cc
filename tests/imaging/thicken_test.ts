import assert from "node:assert/strict";
import { distances } from "../../src/imaging/distance.ts";
import { strokeWidth } from "../../src/imaging/stroke_width.ts";
import { thicken } from "../../src/imaging/thicken.ts";
import { drawTwo, seeded } from "./draw.ts";

/** A two 200 pixels high: 10 pixels are one of MNIST's. */
function two(thickness: number) {
  const place = { width: 220, height: 220, x: 10, y: 10, size: 200 };
  return drawTwo({ ...place, thickness: thickness / 200 });
}

Deno.test("strokeWidth() measures the width of a stroke", () => {
  for (const width of [2, 4, 8, 16, 24]) {
    const measured = strokeWidth(two(width));
    assert.ok(Math.abs(measured - width) < 0.12 * width, `${measured}`);
  }
});

Deno.test("strokeWidth() of no ink is 0", () => {
  const data = new Float32Array(20);
  assert.equal(strokeWidth({ width: 5, height: 4, data }), 0);
});

Deno.test("distances() finds what a search pixel by pixel finds", () => {
  const random = seeded(3);
  const [width, height] = [19, 13];
  const members = Uint8Array.from(
    { length: width * height },
    () => random() < 0.03 ? 1 : 0,
  );
  members[0] = 1;
  distances(members, width, height).forEach((distance, i) => {
    let nearest = Infinity;
    members.forEach((member, j) => {
      if (!member) return;
      const x = j % width - i % width;
      const y = Math.floor(j / width) - Math.floor(i / width);
      nearest = Math.min(nearest, Math.hypot(x, y));
    });
    assert.ok(Math.abs(distance - nearest) < 1e-5);
  });
});

Deno.test("thicken() leaves the strokes of pens as they are", () => {
  for (const width of [16, 24, 40]) {
    const ink = two(width);
    assert.equal(thicken(ink), ink);
  }
});

Deno.test("thicken() gives every hairline the same width", () => {
  for (const width of [1, 2, 4, 7]) {
    const ink = thicken(two(width));
    const longer = Math.max(ink.width, ink.height);
    const relative = strokeWidth(ink) * 22 / longer;
    assert.ok(Math.abs(relative - 1.9) < 0.3, `${width}: ${relative}`);
  }
});

Deno.test("thicken() finds nothing to do without ink", () => {
  const blank = { width: 30, height: 40, data: new Float32Array(1200) };
  assert.equal(thicken(blank), blank);
});
