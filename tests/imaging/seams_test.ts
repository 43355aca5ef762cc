import assert from "node:assert/strict";
import { CrowdError, Effort, MOST } from "../../src/imaging/effort.ts";
import type { Seam } from "../../src/imaging/seam.ts";
import { findSeams } from "../../src/imaging/seams.ts";
import { inkBetween, rowSums } from "../../src/imaging/row_sums.ts";
import { Random } from "../../train/random.ts";
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
  const isBetween = findSeams(ink, 41, 20, new Effort()).some(({ columns }) =>
    columns.every((x) => Math.abs(x - middle) < 12)
  );
  assert.ok(isBetween);
});

Deno.test("findSeams() goes from the top to the bottom, through ink a column aside at most from row to row", () => {
  const { width, height, data } = rings(20, 3, 2);
  const seams = findSeams({ width, height, data }, 41, 30, new Effort());
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
  const seams = findSeams(ink, 41, 20, new Effort());
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
  for (const { columns, crossed } of findSeams(ink, 41, 9, new Effort())) {
    let sum = 0;
    columns.forEach((x, y) => sum += ink.data[y * ink.width + x]!);
    assert.ok(Math.abs(sum - crossed) < 1e-4);
    assert.ok(crossed <= 9);
  }
});

Deno.test("findSeams() finds nothing to cut in a bar that fills its box", () => {
  const data = new Float32Array(60 * 40).fill(1);
  assert.deepEqual(
    findSeams({ width: 60, height: 40, data }, 40, 20, new Effort()),
    [],
  );
});

/** Strokes up and down, with soft edges, and bridges between some of them. */
function bristles(seed: number): Ink {
  const random = new Random(seed);
  const [width, height] = [240, 60];
  const data = new Float32Array(width * height);
  for (let x = 4; x < width - 4; x += 3 + Math.floor(8 * random.uniform())) {
    const [from, to] = [30 * random.uniform(), 30 + 30 * random.uniform()];
    for (let y = Math.floor(from); y < to; y++) {
      data[y * width + x] = 1;
      data[y * width + x + 1] = random.uniform();
    }
  }
  const bridge = Math.floor(20 + 20 * random.uniform());
  data.fill(1, bridge * width + 4, bridge * width + width - 4);
  return { width, height, data };
}

Deno.test("findSeams() finds no two cuts between which hardly any ink lies", () => {
  for (let seed = 0; seed < 20; seed++) {
    const ink = bristles(seed);
    const sums = rowSums(ink);
    const seams = findSeams(ink, 50, 20, new Effort());
    assert.ok(seams.length > 10);
    for (const [i, { columns }] of seams.entries()) {
      for (const other of seams.slice(i + 1)) {
        const between = inkBetween(sums, columns, other.columns);
        assert.ok(between >= 0.016 * 50 ** 2, `${between}`);
      }
    }
  }
});

Deno.test("findSeams() gives up where there are more ways than through any writing", () => {
  // A ridge with teeth above and below: a valley between any two of them.
  const [width, height] = [1200, 80];
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++) {
    const isTooth = i % 4 === 0;
    const isRidge = Math.abs(Math.floor(i / width) - height / 2) < 10;
    if (isTooth || isRidge) data[i] = 1;
  }
  const effort = new Effort();
  assert.throws(
    () => findSeams({ width, height, data }, height, 40, effort),
    CrowdError,
  );
  assert.ok(effort.spent.cuts <= MOST.cuts);
});
