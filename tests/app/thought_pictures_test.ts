import assert from "node:assert/strict";
import type { FeatureMaps } from "../../src/inference/feature_maps.ts";
import {
  drawContactSheet,
  FRAMED,
} from "../../src/routes/page/contact_sheet.ts";
import { drawEvidence } from "../../src/routes/page/evidence_picture.ts";
import type { Drawing } from "../../src/routes/page/pieces_picture.ts";
import { Random } from "../../train/random.ts";

function randomMaps(seed: number): FeatureMaps {
  const random = new Random(seed, 50);
  const size = (least: number, most: number) =>
    least + Math.floor(random.uniform() * (most - least + 1));
  const shape = {
    height: size(1, 9),
    width: size(1, 9),
    channels: size(1, 80),
  };
  const length = shape.height * shape.width * shape.channels;
  const values = Float32Array.from(
    { length },
    () => Math.max(0, random.signed()),
  );
  return { name: "conv1", shape, values };
}

/** The sum of red, green and blue of every pixel that is painted. */
function lights({ rgba }: Drawing): number[] {
  const sums: number[] = [];
  for (let at = 0; at < rgba.length; at += 4) {
    if (rgba[at + 3] === 0) continue;
    sums.push(rgba[at]! + rgba[at + 1]! + rgba[at + 2]!);
  }
  return sums;
}

Deno.test("a contact sheet frames the channels with the largest values", () => {
  for (let seed = 0; seed < 20; seed++) {
    const maps = randomMaps(seed);
    const { channels } = maps.shape;
    const { strongest } = drawContactSheet(maps);
    const peak = (channel: number) =>
      Math.max(...maps.values.filter((_, i) => i % channels === channel));
    const others = Array.from({ length: channels }, (_, channel) => channel)
      .filter((channel) => !strongest.includes(channel)).map(peak);
    assert.ok(strongest.length <= FRAMED);
    for (const channel of strongest) {
      assert.ok(peak(channel) >= Math.max(0, ...others), `seed ${seed}`);
    }
  }
});

Deno.test("a contact sheet shows every value of every channel", () => {
  for (let seed = 0; seed < 20; seed++) {
    const maps = randomMaps(seed);
    const { drawing } = drawContactSheet(maps);
    const { height, width, channels } = maps.shape;
    const { rgba } = drawing;
    assert.equal(rgba.length, 4 * drawing.width * drawing.height);
    const painted = lights(drawing).length;
    assert.ok(painted >= height * width * channels, `seed ${seed}`);
  }
});

Deno.test("the darkest pixel of a contact sheet is the largest value, the lightest are zeros", () => {
  const shape = { height: 1, width: 2, channels: 2 };
  const values = Float32Array.of(0, 0.5, 1, 0.25);
  const { drawing } = drawContactSheet({ name: "conv1", shape, values });
  const tones = [...new Set(lights(drawing))].sort((a, b) => a - b);
  const [zero] = lights(
    drawContactSheet({ name: "conv1", shape, values: values.map(() => 0) })
      .drawing,
  );
  assert.equal(tones.at(-1), zero);
  // Four values, and the frames.
  assert.equal(tones.length, 5);
});

Deno.test("a channel without any answer is counted as silent, and not framed", () => {
  const shape = { height: 1, width: 1, channels: 3 };
  const values = Float32Array.of(0, 2, 0);
  const sheet = drawContactSheet({ name: "conv1", shape, values });
  assert.deepEqual(sheet.strongest, [1]);
  assert.equal(sheet.silent, 2);
});

Deno.test("evidence for an answer is blue, against it red, none grey, and paper transparent", () => {
  const side = 8;
  const pixels = new Float32Array(side * side);
  const evidence = new Float64Array(side * side);
  const [forIt, against, neither] = [8 * 3 + 3, 8 * 3 + 4, 8 * 4 + 3];
  pixels[forIt] = pixels[against] = pixels[neither] = 1;
  evidence[forIt] = 2;
  evidence[against] = -2;
  const { width, height, rgba } = drawEvidence(side, pixels, evidence);
  assert.deepEqual([width, height], [2, 2]);
  const pixel = (i: number) => [...rgba.subarray(4 * i, 4 * i + 4)];
  const [[red, , blue], [otherRed, , otherBlue], [gray, , sameGray]] = [
    pixel(0) as [number, number, number],
    pixel(1) as [number, number, number],
    pixel(2) as [number, number, number],
  ];
  assert.ok(blue > 2 * red);
  assert.ok(otherRed > 2 * otherBlue);
  assert.ok(Math.abs(gray - sameGray) < 4);
  assert.equal(pixel(3)[3], 0);
});

Deno.test("ink at an edge is shown with all of the image", () => {
  const side = 8;
  for (let at = 0; at < side * side; at++) {
    const pixels = new Float32Array(side * side);
    pixels[at] = 1;
    const { rgba } = drawEvidence(side, pixels, new Float64Array(side * side));
    const inked = rgba.filter((value, i) => i % 4 === 3 && value > 0).length;
    assert.equal(inked, 1, `pixel ${at}`);
  }
});
