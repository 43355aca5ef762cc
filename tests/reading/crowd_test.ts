import assert from "node:assert/strict";
import { Random } from "../../train/random.ts";
import { CROWD_NAMES, drawCrowd } from "../../train/synthetic/numbers/crowd.ts";
import { STOCK } from "../../train/synthetic/photos/stock.ts";
import { recognizer } from "./recognizer.ts";

/** Pictures of each kind. */
const COUNT = 6;

for (const name of CROWD_NAMES) {
  Deno.test(`${name}: no number is invented, or hardly ever`, () => {
    const invented = Array.from({ length: COUNT }, (_, index) => {
      const material = { letters: [], stock: STOCK };
      const picture = drawCrowd(name, new Random(3, index), material);
      return recognizer.read(picture).text;
    }).filter((text) => /[0-9]/.test(text));
    assert.ok(invented.length <= 1, invented.join(" | "));
  });
}

Deno.test("a picture with a thousand rings is told to be crowded, and refused", () => {
  const random = new Random(1);
  const [columns, rows, pitch] = [31, 33, 32];
  const [width, height] = [columns * pitch, rows * pitch];
  const rgba = new Uint8Array(4 * width * height).fill(255);
  for (let ring = 0; ring < columns * rows; ring++) {
    const left = ring % columns * pitch + 14 + 4 * random.signed();
    const top = Math.floor(ring / columns) * pitch + 14 + 4 * random.signed();
    for (let angle = 0; angle < 360; angle++) {
      const x = Math.round(left + 11 * Math.cos(angle));
      const y = Math.round(top + 11 * Math.sin(angle));
      for (const i of [y * width + x, y * width + x + 1, (y + 1) * width + x]) {
        rgba.fill(0, 4 * i, 4 * i + 3);
      }
    }
  }
  const reading = recognizer.read({ width, height, rgba, scale: 1 });
  assert.equal(reading.isCrowded, true);
  assert.equal(reading.text, "?");
});
