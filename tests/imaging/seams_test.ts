import assert from "node:assert/strict";
import type { Seam } from "../../src/imaging/seam.ts";
import { findSeams } from "../../src/imaging/seams.ts";
import type { Ink } from "../../src/imaging/ink.ts";

/** Two rings of a radius side by side, of which the strokes overlap. */
function rings(radius: number, stroke: number, overlap: number): Ink {
  const height = 2 * radius + 1;
  const width = 2 * height - overlap;
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++) {
    const x = i % width;
    const y = Math.floor(i / width);
    for (const centre of [radius, width - 1 - radius]) {
      const away = Math.hypot(x - centre, y - radius);
      if (away <= radius && away >= radius - stroke) data[i] = 1;
    }
  }
  return { width, height, data };
}

Deno.test("findSeams() cuts two rings where they touch", () => {
  const ink = rings(20, 3, 3);
  const middle = ink.width / 2;
  const isBetween = findSeams(ink, 41, 20).some(({ columns }) =>
    columns.every((x) => Math.abs(x - middle) < 12)
  );
  assert.ok(isBetween);
});

Deno.test("findSeams() goes from the top to the bottom, through ink a column aside at most from row to row", () => {
  const { width, height, data } = rings(20, 3, 2);
  const seams = findSeams({ width, height, data }, 41, 30);
  assert.ok(seams.length > 0);
  for (const { columns } of seams) {
    assert.equal(columns.length, height);
    assert.ok(columns.every((x) => x >= 0 && x < width));
    for (let y = 1; y < height; y++) {
      const [before, x] = [columns[y - 1]!, columns[y]!];
      const row = data.subarray(y * width, (y + 1) * width);
      const way = row.subarray(Math.min(before, x), Math.max(before, x) + 1);
      assert.ok(Math.abs(x - before) <= 1 || way.every((ink) => ink === 0));
    }
  }
});

Deno.test("findSeams() goes to either side of a stroke that two rings share", () => {
  const ink = rings(20, 3, 5);
  const middle = ink.width / 2;
  const own = (seam: Seam, side: number) => {
    let lost = 0;
    for (let y = 0; y < ink.height; y++) {
      for (let x = 0; x < ink.width; x++) {
        const isOwn = side < 0 ? x < middle - 4 : x > middle + 4;
        const isLeft = x < seam.columns[y]!;
        if (isOwn && isLeft !== (side < 0)) {
          lost += ink.data[y * ink.width + x]!;
        }
      }
    }
    return lost;
  };
  const seams = findSeams(ink, 41, 20);
  // Each ring whole, the shared stroke with it.
  for (const side of [-1, 1]) {
    const shared = (seam: Seam) => seam.columns[20]! - middle;
    const whole = seams.filter((seam) =>
      Math.abs(shared(seam)) < 8 && side * shared(seam) < 0
    );
    assert.ok(whole.some((seam) => own(seam, -side) === 0), String(side));
  }
});

Deno.test("findSeams() counts the ink that it crosses and crosses no more than it may", () => {
  const ink = rings(20, 3, 3);
  for (const { columns, crossed } of findSeams(ink, 41, 9)) {
    let sum = 0;
    columns.forEach((x, y) => sum += ink.data[y * ink.width + x]!);
    assert.ok(Math.abs(sum - crossed) < 1e-4);
    assert.ok(crossed <= 9);
  }
});

Deno.test("findSeams() finds nothing to cut in a bar that fills its box", () => {
  const data = new Float32Array(60 * 40).fill(1);
  assert.deepEqual(findSeams({ width: 60, height: 40, data }, 40, 20), []);
});
