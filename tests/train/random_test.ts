import assert from "node:assert/strict";
import { Random } from "../../train/random.ts";

const COUNT = 100_000;

function draw(seed: number, stream: number, count = 8): number[] {
  const random = new Random(seed, stream);
  return Array.from({ length: count }, () => random.uint32());
}

function moments(next: () => number): { mean: number; variance: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < COUNT; i++) {
    const value = next();
    sum += value;
    squares += value * value;
  }
  const mean = sum / COUNT;
  return { mean, variance: squares / COUNT - mean * mean };
}

function assertNear(actual: number, expected: number, reach: number): void {
  assert.ok(
    Math.abs(actual - expected) <= reach,
    `expected ${expected} ± ${reach}, found ${actual}`,
  );
}

Deno.test("Random draws the same numbers from the same seed and stream", () => {
  for (const [seed, stream] of [[0, 0], [1, -1], [7, 60_000]] as const) {
    assert.deepEqual(draw(seed, stream), draw(seed, stream));
  }
});

Deno.test("Random never starts two of 10,000 seeds and streams alike", () => {
  const starts = new Set<string>();
  for (let seed = 0; seed < 100; seed++) {
    for (let stream = -2; stream < 98; stream++) {
      starts.add(draw(seed, stream, 2).join());
    }
  }
  assert.equal(starts.size, 10_000);
});

Deno.test("Random's neighbouring streams are not correlated", () => {
  // The correlation of n independent pairs is normal with deviation 1 / sqrt(n).
  let product = 0;
  for (let stream = 0; stream < COUNT; stream++) {
    product += new Random(1, stream).signed() *
      new Random(1, stream + 1).signed();
  }
  assertNear(3 * product / COUNT, 0, 5 / Math.sqrt(COUNT));
});

Deno.test("uniform() stays in [0, 1) with mean 1/2 and variance 1/12", () => {
  const random = new Random(2);
  const { mean, variance } = moments(() => {
    const value = random.uniform();
    assert.ok(value >= 0 && value < 1);
    return value;
  });
  assertNear(mean, 1 / 2, 5 * Math.sqrt(1 / 12 / COUNT));
  assertNear(variance, 1 / 12, 0.001);
});

Deno.test("signed() has mean 0 and variance 1/3", () => {
  const random = new Random(3);
  const { mean, variance } = moments(() => random.signed());
  assertNear(mean, 0, 5 * Math.sqrt(1 / 3 / COUNT));
  assertNear(variance, 1 / 3, 0.005);
});

Deno.test("normal() has mean 0 and variance 1, and 68.3% within one deviation", () => {
  const random = new Random(4);
  let within = 0;
  const { mean, variance } = moments(() => {
    const value = random.normal();
    if (Math.abs(value) < 1) within++;
    return value;
  });
  assertNear(mean, 0, 5 / Math.sqrt(COUNT));
  assertNear(variance, 1, 0.025);
  assertNear(within / COUNT, 0.6827, 0.0075);
});

Deno.test("permutation() holds each number once", () => {
  for (const length of [0, 1, 2, 3, 10, 1000]) {
    const order = new Random(length).permutation(length);
    assert.deepEqual([...order].sort((a, b) => a - b), [
      ...Array(length).keys(),
    ]);
  }
});

Deno.test("permutation() puts every number into every place equally often", () => {
  const random = new Random(5);
  const counts = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
  const draws = 20_000;
  for (let i = 0; i < draws; i++) {
    random.permutation(4).forEach((value, place) => counts[place]![value]!++);
  }
  const deviation = Math.sqrt(draws * 0.25 * 0.75);
  for (const count of counts.flat()) {
    assertNear(count, draws / 4, 5 * deviation);
  }
});
