import assert from "node:assert/strict";
import { NORMALIZED_SIDE } from "../../src/imaging/normalize.ts";
import { encodePng } from "../../src/png.ts";
import { drawGray, SEVEN, SIDE } from "../app/drawing.ts";
import { services } from "../app/services.ts";

type Line = Parameters<typeof drawGray>[0];

/** A seven with a bar through its stem. */
const CROSSED_SEVEN: Line = [
  [48, 36],
  [112, 36],
  [92, 82],
  [70, 82],
  [110, 82],
  [92, 82],
  [72, 128],
];
/** The loop first, then the stem. */
const NINE: Line = [
  [105, 60],
  [95, 40],
  [72, 38],
  [58, 55],
  [66, 75],
  [90, 75],
  [105, 60],
  [100, 128],
];

/** What the network sees of a drawing. */
async function see(line: Line): Promise<Float32Array> {
  const png = encodePng("gray", SIDE, SIDE, drawGray(line));
  const { digits } = (await services.read(png)).reading;
  assert.equal(digits.length, 1);
  return digits[0]!.normalized;
}

/** The mean evidence of the ink between two rows, as shares of the ink's height. */
function between(pixels: Float32Array, evidence: Float64Array) {
  const rows = [...pixels.keys()].filter((i) => pixels[i]! > 0)
    .map((i) => Math.floor(i / NORMALIZED_SIDE));
  const [top, bottom] = [Math.min(...rows), Math.max(...rows) + 1];
  return (from: number, to: number) => {
    const own = [...pixels.keys()].filter((i) => {
      const share = (Math.floor(i / NORMALIZED_SIDE) - top) / (bottom - top);
      return pixels[i]! > 0 && share >= from && share < to;
    });
    return own.reduce((sum, i) => sum + evidence[i]!, 0) / own.length;
  };
}

Deno.test("the bar of a crossed seven speaks more for it than its top or its foot", async () => {
  const pixels = await see(CROSSED_SEVEN);
  const { judgement, evidence } = services.explainer.explain(pixels);
  assert.equal(judgement.digit, 7);
  const mean = between(pixels, evidence);
  assert.ok(mean(0.4, 0.6) > 1.3 * mean(0, 0.2));
  assert.ok(mean(0.4, 0.6) > mean(0.8, 1));
});

Deno.test("the loop of a nine speaks more for it than its stem", async () => {
  const pixels = await see(NINE);
  const { judgement, evidence } = services.explainer.explain(pixels);
  assert.equal(judgement.digit, 9);
  const mean = between(pixels, evidence);
  assert.ok(mean(0, 0.4) > 2 * mean(0.6, 1));
});

Deno.test("an explanation judges as the recognizer does, and lays evidence on ink alone", async () => {
  for (const line of [SEVEN, CROSSED_SEVEN, NINE]) {
    const pixels = await see(line);
    const { judgement, evidence } = services.explainer.explain(pixels);
    const [read] = services.recognizer.readNormalized(pixels).digits;
    assert.equal(judgement.digit, read!.digit);
    assert.ok(Math.abs(judgement.confidence - read!.confidence) < 1e-4);
    for (const [i, value] of evidence.entries()) {
      if (pixels[i] === 0) assert.equal(value, 0);
    }
  }
});

Deno.test("an explanation is the same each time", async () => {
  const pixels = await see(SEVEN);
  const first = services.explainer.explain(pixels);
  services.explainer.explain(await see(NINE));
  assert.deepEqual(services.explainer.explain(pixels), first);
});

Deno.test("of an empty image nothing speaks for any digit", () => {
  const empty = new Float32Array(NORMALIZED_SIDE ** 2);
  const { evidence } = services.explainer.explain(empty);
  assert.ok(evidence.every((value) => value === 0));
});
