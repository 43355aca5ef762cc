import assert from "node:assert/strict";
import type { Engine } from "../../src/inference/engine.ts";
import { createViews } from "../../src/inference/views.ts";
import { Random } from "../../train/random.ts";
import { assertClose } from "./assert_close.ts";

const SIDE = 6;

/** Answers the logits that `tell` makes of each picture it is shown, and keeps the pictures. */
function engineOf(tell: (input: Float32Array) => number[]) {
  const seen: Float32Array[] = [];
  const engine: Engine = {
    name: "loops",
    inputLength: SIDE * SIDE,
    outputLength: 2,
    forward(input, logits) {
      seen.push(input.slice());
      logits.set(tell(input));
    },
  };
  return { engine: createViews(engine), seen };
}

function randomPicture(seed: number): Float32Array {
  const random = new Random(seed);
  return Float32Array.from({ length: SIDE * SIDE }, () => random.uniform());
}

Deno.test("createViews() looks once where the network is sure", () => {
  const { engine, seen } = engineOf(() => [0, 3]);
  const logits = new Float32Array(2);
  engine.forward(randomPicture(1), logits);
  assert.equal(seen.length, 1);
  assert.deepEqual([...logits], [0, 3]);
});

Deno.test("createViews() answers the mean of five views where the network is in doubt", () => {
  let calls = 0;
  const { engine, seen } = engineOf(() => [1, ++calls / 10]);
  const logits = new Float32Array(2);
  engine.forward(randomPicture(2), logits);
  assert.equal(seen.length, 5);
  assertClose(logits, [1, (0.1 + 0.2 + 0.3 + 0.4 + 0.5) / 5], 1e-6, "logits");
});

Deno.test("createViews() moves a picture by half a pixel each way and keeps its ink", () => {
  const { engine, seen } = engineOf(() => [0, 0]);
  const dot = new Float32Array(SIDE * SIDE);
  dot[2 * SIDE + 3] = 1;
  engine.forward(dot, new Float32Array(2));
  const centres = seen.map((view) => {
    let [mass, x, y] = [0, 0, 0];
    view.forEach((ink, i) => {
      mass += ink;
      x += ink * (i % SIDE);
      y += ink * Math.floor(i / SIDE);
    });
    return [mass, x / mass, y / mass];
  });
  assert.deepEqual(centres[0], [1, 3, 2]);
  assert.deepEqual(
    new Set(centres.slice(1).map(String)),
    new Set(["1,2.5,1.5", "1,2.5,2.5", "1,3.5,1.5", "1,3.5,2.5"]),
  );
});

Deno.test("createViews() lets logits that are no numbers through", () => {
  const { engine, seen } = engineOf(() => [NaN, NaN]);
  const logits = new Float32Array(2);
  engine.forward(randomPicture(3), logits);
  assert.ok(logits.every(Number.isNaN));
  assert.equal(seen.length, 1);
});
