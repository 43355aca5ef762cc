import assert from "node:assert/strict";
import { measure } from "../../train/compare/measure.ts";
import { PIXELS } from "../../train/mnist.ts";
import { wilsonInterval } from "../../train/score.ts";

/** Images that name in their first pixel what is read from them. */
function setOf(pairs: readonly (readonly [truth: number, read: number])[]) {
  const images = new Uint8Array(pairs.length * PIXELS);
  pairs.forEach(([, read], i) => images[i * PIXELS] = read);
  const labels = Uint8Array.from(pairs, ([truth]) => truth);
  return { count: pairs.length, images, labels };
}

const FIRST_PIXEL = {
  parameters: 3,
  read: (images: Uint8Array) =>
    Uint8Array.from(
      { length: images.length / PIXELS },
      (_, i) => images[i * PIXELS]!,
    ),
};

/** Enough for several chunks, the last of them not full. */
const pairs = Array.from({ length: 1234 }, (_, i): [number, number] => {
  const truth = i % 10;
  if (truth === 4 && i % 3 === 0) return [4, 9];
  return [truth, i % 101 === 0 ? 0 : truth];
});

Deno.test("measure() counts what is read right, and names the pair confused most", () => {
  const { images, correct, accuracy, interval, parameters, confused } = measure(
    FIRST_PIXEL,
    setOf(pairs),
    () => {},
  );
  const right = pairs.filter(([truth, read]) => truth === read).length;
  assert.deepEqual({ images, correct, parameters }, {
    images: 1234,
    correct: right,
    parameters: 3,
  });
  assert.equal(accuracy, right / 1234);
  assert.deepEqual(interval, wilsonInterval(right, 1234));
  const count =
    pairs.filter(([truth, read]) => truth === 4 && read === 9).length;
  assert.deepEqual(confused, { truth: 4, read: 9, count });
});

Deno.test("measure() confuses nothing where all is right", () => {
  const { confused, accuracy } = measure(
    FIRST_PIXEL,
    setOf([[1, 1], [7, 7]]),
    () => {},
  );
  assert.equal(confused, null);
  assert.equal(accuracy, 1);
});

Deno.test("measure() tells how far it is, up to the end", () => {
  const told: number[] = [];
  measure(FIRST_PIXEL, setOf(pairs), (done, total) => {
    assert.equal(total, 1234);
    told.push(done);
  });
  assert.deepEqual(told, [500, 1000, 1234]);
});
