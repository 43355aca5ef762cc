import assert from "node:assert/strict";
import { findComponents } from "../../src/imaging/components.ts";
import type { Ink } from "../../src/imaging/ink.ts";
import { Random } from "../../train/random.ts";

/** Labels by spreading the smallest index until nothing changes. */
function spreadLabels({ width, height, data }: Ink, threshold: number) {
  const names = Array.from(data, (v, i) => v >= threshold ? i : -1);
  for (let isDone = false; !isDone;) {
    isDone = true;
    for (let i = 0; i < names.length; i++) {
      if (names[i]! < 0) continue;
      const [x, y] = [i % width, Math.floor(i / width)];
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const other = names[v * width + u]!;
          if (other >= 0 && other < names[i]!) {
            names[i] = other;
            isDone = false;
          }
        }
      }
    }
  }
  return names;
}

function randomInk(seed: number): Ink {
  const random = new Random(seed);
  const width = 1 + Math.floor(20 * random.uniform());
  const height = 1 + Math.floor(20 * random.uniform());
  const density = random.uniform();
  const data = Float32Array.from(
    { length: width * height },
    () => random.uniform() < density ? 0.5 + 0.5 * random.uniform() : 0.2,
  );
  return { width, height, data };
}

Deno.test("findComponents() parts 300 random pictures as spreading labels does", () => {
  for (let seed = 0; seed < 300; seed++) {
    const ink = randomInk(seed);
    const names = spreadLabels(ink, 0.5);
    const { list, labels } = findComponents(ink, 0.5);
    const order = [...new Set(names)].filter((name) => name >= 0);
    assert.equal(list.length, order.length, `seed ${seed}`);
    assert.deepEqual(
      [...labels()],
      names.map((name) => name < 0 ? 0 : order.indexOf(name) + 1),
      `seed ${seed}`,
    );
  }
});

Deno.test("findComponents() measures the box and the ink of each piece", () => {
  for (let seed = 0; seed < 100; seed++) {
    const ink = randomInk(seed);
    const { list, labels } = findComponents(ink, 0.5);
    list.forEach(({ box, mass }, index) => {
      let [sum, left, right, top, bottom] = [0, Infinity, -1, Infinity, -1];
      labels().forEach((label, i) => {
        if (label !== index + 1) return;
        sum += ink.data[i]!;
        left = Math.min(left, i % ink.width);
        right = Math.max(right, i % ink.width);
        top = Math.min(top, Math.floor(i / ink.width));
        bottom = Math.floor(i / ink.width);
      });
      assert.ok(Math.abs(sum - mass) < 1e-9 * sum, `seed ${seed}`);
      assert.deepEqual(box, {
        x: left,
        y: top,
        width: right - left + 1,
        height: bottom - top + 1,
      });
    });
  }
});
