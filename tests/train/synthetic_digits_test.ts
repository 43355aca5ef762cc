import assert from "node:assert/strict";
import { normalize } from "../../src/imaging/normalize.ts";
import { createLoopsEngine } from "../../src/inference/loops/engine.ts";
import { loadModel } from "../../train/load_model.ts";
import { Random } from "../../train/random.ts";
import { drawAllograph, drawDigit } from "../../train/synthetic/digits.ts";
import { type Drawing, inkOf } from "../../train/synthetic/drawing.ts";
import { parseShape, ShapeError } from "../../train/synthetic/shape.ts";
import { smooth } from "../../train/synthetic/smooth.ts";
import { DIGIT_ALLOGRAPHS } from "../../train/synthetic/strokes.ts";

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const SIZE = 48;

const engine = createLoopsEngine(await loadModel("weights/digits.safetensors"));
const logits = new Float32Array(engine.outputLength);

/** The digit the shipped weights see. */
function read(drawing: Drawing): number {
  engine.forward(normalize(inkOf(drawing, SIZE)), logits);
  const digits = logits.subarray(0, DIGITS.length);
  return digits.indexOf(Math.max(...digits));
}

Deno.test("drawDigit() draws the same for the same random numbers and another for others", () => {
  for (const digit of DIGITS) {
    const seen = new Set<string>();
    for (let seed = 0; seed < 30; seed++) {
      const ink = inkOf(drawDigit(digit, new Random(seed)), SIZE);
      drawDigit(digit, new Random(seed + 1)); // what was drawn before must not matter
      assert.deepEqual(inkOf(drawDigit(digit, new Random(seed)), SIZE), ink);
      seen.add(ink.data.join());
    }
    assert.equal(seen.size, 30);
  }
});

Deno.test("drawDigit() refuses what is no digit", () => {
  for (const digit of [-1, 10, 1.5, NaN]) {
    assert.throws(() => drawDigit(digit, new Random(1)), RangeError);
  }
});

Deno.test("inkOf() is cut tight, as long as asked for, within 0..1 and not empty", () => {
  for (const size of [8, 20, 64]) {
    for (const digit of DIGITS) {
      for (let seed = 0; seed < 20; seed++) {
        const { width, height, data } = inkOf(
          drawDigit(digit, new Random(seed)),
          size,
        );
        assert.equal(Math.max(width, height), size);
        assert.equal(data.length, width * height);
        assert.ok(data.every((value) => value >= 0 && value <= 1));
        const rows = Array.from(
          { length: height },
          (_, y) => Math.max(...data.subarray(y * width, (y + 1) * width)),
        );
        assert.ok(rows[0]! > 0.1 && rows.at(-1)! > 0.1, `${digit}, ${seed}`);
      }
    }
  }
});

Deno.test("inkOf() covers the area of what is drawn", () => {
  const radius = 0.25;
  const line: Drawing = {
    strokes: [[{ x: 0, y: 0, radius }, { x: 1, y: 0.5, radius }]],
  };
  const size = 150;
  const { data } = inkOf(line, size);
  const area = 2 * radius * Math.hypot(1, 0.5) + Math.PI * radius ** 2;
  const scale = size / (1 + 2 * radius);
  const covered = data.reduce((sum, value) => sum + value, 0);
  assert.ok(Math.abs(covered / (area * scale ** 2) - 1) < 0.005);
});

Deno.test("inkOf() draws a hairline a pixel wide", () => {
  const line: Drawing = {
    strokes: [[{ x: 0, y: 0, radius: 0 }, { x: 0, y: 1, radius: 0 }]],
  };
  assert.equal(inkOf(line, 40).width, 1);
});

Deno.test("inkOf() refuses a size that is none and a drawing without extent", () => {
  const drawing = drawDigit(3, new Random(1));
  for (const size of [0, -1, 2.5]) {
    assert.throws(() => inkOf(drawing, size), RangeError);
  }
  assert.throws(() => inkOf({ strokes: [] }, 20), RangeError);
});

Deno.test("every style of every digit has a name of its own and a weight", () => {
  assert.equal(DIGIT_ALLOGRAPHS.length, DIGITS.length);
  for (const allographs of DIGIT_ALLOGRAPHS) {
    assert.ok(allographs.length >= 8);
    const styles = new Set(allographs.map(({ style }) => style));
    assert.equal(styles.size, allographs.length);
    assert.ok(allographs.every(({ weight }) => weight > 0));
  }
});

Deno.test("the styles are digits: of 40 drawn in each, the shipped weights read most", () => {
  DIGIT_ALLOGRAPHS.forEach((allographs, digit) => {
    for (const allograph of allographs) {
      let right = 0;
      for (let seed = 0; seed < 40; seed++) {
        right += Number(
          read(drawAllograph(allograph, new Random(seed, digit))) === digit,
        );
      }
      assert.ok(right > 20, `${digit} ${allograph.style}: ${right} of 40`);
    }
  });
});

Deno.test("smooth() passes through every point, in order, and straight between two", () => {
  for (const { shape } of DIGIT_ALLOGRAPHS.flat()) {
    for (const stroke of shape) {
      const line = smooth(stroke);
      let at = -1;
      for (const { x, y } of stroke) {
        at = line.findIndex((point, i) =>
          i > at && Math.hypot(point.x - x, point.y - y) < 1e-9
        );
        assert.ok(at >= 0);
      }
      assert.equal(at, line.length - 1);
    }
  }
  for (const { x, y } of smooth(parseShape("0,0 30,90")[0]!)) {
    assert.ok(Math.abs(x * 3 - y) < 1e-12);
  }
});

Deno.test("parseShape() names what it cannot read", () => {
  assert.throws(
    () => parseShape("0,0 5,5 | 3;4 5,5"),
    (error) => error instanceof ShapeError && /3;4/.test(error.message),
  );
  assert.throws(() => parseShape("0,0"), ShapeError);
});
