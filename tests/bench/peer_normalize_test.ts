import assert from "node:assert/strict";
import {
  centre,
  inkBox,
  inkOf,
  otsu,
} from "../../bench/service/peer_normalize.ts";
import { seeded } from "../imaging/draw.ts";

Deno.test("the peer's threshold parts ink from paper, and its box holds all ink", () => {
  const random = seeded(1);
  const [width, height] = [60, 40];
  const box = { left: 13, top: 7, width: 9, height: 21 };
  const isInk = (i: number) => {
    const [x, y] = [i % width - box.left, Math.floor(i / width) - box.top];
    return x >= 0 && y >= 0 && x < box.width && y < box.height;
  };
  const data = new Uint8Array(width * height)
    .map((_, i) => (isInk(i) ? 40 : 210) + 20 * random());
  const ink = inkOf(data, otsu(data));
  ink.forEach((value, i) => assert.equal(value > 0, isInk(i)));
  assert.deepEqual(inkBox(ink, width), box);
  assert.equal(inkBox(new Uint8Array(width * height), width), null);
});

Deno.test("the peer puts a glyph's centre of mass into the middle", () => {
  const random = seeded(2);
  for (const [width, height] of [[20, 20], [20, 6], [3, 20]] as const) {
    const data = new Uint8Array(width * height)
      .map(() => Math.floor(256 * random()));
    const pixels = centre({ data, info: { width, height } });
    let [mass, x, y] = [0, 0, 0];
    pixels.forEach((value, i) => {
      mass += value;
      x += value * (i % 28 + 0.5);
      y += value * (Math.floor(i / 28) + 0.5);
    });
    const sum = data.reduce((sum, value) => sum + value, 0) / 255;
    assert.ok(Math.abs(mass - sum) < 1e-3);
    assert.ok(Math.abs(x / mass - 14) <= 0.5 && Math.abs(y / mass - 14) <= 0.5);
  }
});
