import assert from "node:assert/strict";
import { DIGIT_COUNT, OUTPUTS } from "../../src/inference/classes.ts";
import { createLoopsEngine } from "../../src/inference/loops/engine.ts";
import { createReferenceEngine } from "../../src/inference/loops/reference.ts";
import { parseModel } from "../../src/inference/model.ts";
import { DIGITS, fold } from "../../src/inference/network.ts";
import { disagreement } from "../../src/inference/self_check.ts";
import { Random } from "../../train/random.ts";
import { assertClose } from "./assert_close.ts";

const SIDE = 28;

/** Pictures that look like something without being digits, and the two extremes. */
const PICTURES: Record<string, (x: number, y: number) => number> = {
  paper: () => 0,
  "full ink": () => 1,
  "an upright stroke": (x) => Math.max(0, 1 - Math.abs(x - 14) / 2),
  "a slanted stroke": (x, y) => Math.max(0, 1 - Math.abs(x + y - 27) / 3),
  "a ring": (x, y) =>
    Math.max(0, 1 - Math.abs(Math.hypot(x - 14, y - 14) - 7) / 2),
  "a chessboard": (x, y) => (x + y) % 2,
};

function draw(ink: (x: number, y: number) => number): Float32Array {
  return Float32Array.from(
    { length: SIDE * SIDE },
    (_, i) => ink(i % SIDE, Math.floor(i / SIDE)),
  );
}

const model = parseModel(
  await Deno.readFile(
    new URL("../../weights/digits.safetensors", import.meta.url),
  ),
);

Deno.test("the shipped weights are those of the layer table, folded", () => {
  assert.deepEqual(model.network, fold(DIGITS));
  assert.equal(model.name, "digits");
});

Deno.test("the shipped weights hold what loops answers to the self-check", () => {
  assert.equal(
    disagreement(createLoopsEngine(model), model.answers ?? []),
    null,
  );
});

Deno.test("the shipped weights answer alike in loops and reference, within 1e-4", () => {
  const loops = createLoopsEngine(model);
  const reference = createReferenceEngine(model);
  const random = new Random(1);
  const pictures = Object.entries(PICTURES).map(([name, ink]) =>
    [name, draw(ink)] as const
  );
  pictures.push(["noise", draw(() => random.uniform())]);
  for (const [name, picture] of pictures) {
    const actual = new Float32Array(OUTPUTS);
    const expected = new Float32Array(OUTPUTS);
    loops.forward(picture, actual);
    reference.forward(picture, expected);
    assert.ok(expected.every(Number.isFinite), name);
    assertClose(actual, expected, 1e-4, name, 1);
  }
});

Deno.test("the shipped weights read a slim ring as 0 and an upright stroke as 1", () => {
  const engine = createLoopsEngine(model);
  const read = (ink: (x: number, y: number) => number) => {
    const logits = new Float32Array(OUTPUTS);
    engine.forward(draw(ink), logits);
    return logits.indexOf(Math.max(...logits.subarray(0, DIGIT_COUNT)));
  };
  const clipped = (value: number) => Math.min(1, Math.max(0, value));
  const oval = (x: number, y: number) =>
    clipped(2 - Math.abs(Math.hypot((x - 14) * 1.5, y - 14) - 9) / 1.2);
  const stroke = (x: number, y: number) =>
    Math.abs(y - 14) <= 9 ? clipped(2.5 - Math.abs(x - 14)) : 0;
  assert.equal(read(oval), 0);
  assert.equal(read(stroke), 1);
});
