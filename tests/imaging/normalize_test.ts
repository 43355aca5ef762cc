import assert from "node:assert/strict";
import { findInk } from "../../src/imaging/ink.ts";
import { normalize } from "../../src/imaging/normalize.ts";
import type { Picture } from "../../src/imaging/picture.ts";
import {
  BLACK,
  type Color,
  drawTwo,
  paint,
  recolor,
  seeded,
  WHITE,
} from "./draw.ts";
import { mnistImages } from "./mnist.ts";
import { difference, readGlyph } from "./read_glyph.ts";

const PLACE = { width: 140, height: 140, x: 20, y: 20, size: 100 };
const REFERENCE = readGlyph(paint(drawTwo(PLACE)));

function assertSame(picture: Picture, tolerance: number, what: string): void {
  const distance = difference(readGlyph(picture), REFERENCE);
  assert.ok(distance <= tolerance, `${what}: ${distance} > ${tolerance}`);
}

Deno.test("normalize() ignores where the digit was drawn", () => {
  for (const [x, y] of [[0, 0], [39, 2], [3, 37]] as const) {
    assertSame(paint(drawTwo({ ...PLACE, x, y })), 1e-6, `at ${x}, ${y}`);
  }
});

Deno.test("normalize() ignores the margin around the digit", () => {
  for (const margin of [0, 60, 200]) {
    const side = 100 + 2 * margin;
    const place = { width: side, height: side, x: margin, y: margin };
    const picture = paint(drawTwo({ ...place, size: 100 }));
    assertSame(picture, 1e-6, `margin ${margin}`);
  }
});

Deno.test("normalize() ignores the size of the digit", () => {
  for (const scale of [0.5, 0.7, 1.3, 2, 4]) {
    const side = Math.ceil(140 * scale);
    const offset = 20 * scale;
    const place = { width: side, height: side, x: offset, y: offset };
    const picture = paint(drawTwo({ ...place, size: 100 * scale }));
    assertSame(picture, 0.012, `scale ${scale}`);
  }
});

Deno.test("normalize() ignores polarity", () => {
  assertSame(paint(drawTwo(PLACE), WHITE, BLACK), 1e-4, "white on black");
});

Deno.test("normalize() ignores the colours of ink and paper", () => {
  const pairs: readonly (readonly [Color, Color])[] = [
    [[20, 40, 160, 255], WHITE],
    [[200, 30, 30, 255], [250, 240, 210, 255]],
    [[90, 90, 90, 255], [200, 200, 200, 255]],
    [[250, 230, 60, 255], WHITE],
    [[240, 240, 240, 255], [20, 70, 40, 255]],
    [[118, 0, 0, 255], [0, 35, 0, 255]],
  ];
  for (const [ink, paper] of pairs) {
    const picture = paint(drawTwo(PLACE), ink, paper);
    assertSame(picture, 0.005, `${ink} on ${paper}`);
  }
});

Deno.test("normalize() ignores how the ground is transparent", () => {
  const grounds: readonly (readonly [Color, Color])[] = [
    [BLACK, [0, 0, 0, 0]],
    [[30, 60, 200, 255], [30, 60, 200, 0]],
    [WHITE, [255, 255, 255, 0]],
    [[255, 240, 120, 255], [255, 240, 120, 0]],
  ];
  for (const [ink, ground] of grounds) {
    const picture = paint(drawTwo(PLACE), ink, ground);
    assertSame(picture, 0.005, `${ink} on ${ground}`);
  }
});

Deno.test("normalize() ignores light noise", () => {
  const random = seeded(1);
  const noisy = recolor(
    paint(drawTwo(PLACE)),
    (value) => value + 24 * (random() - 0.5),
  );
  assertSame(noisy, 0.01, "noise of 12 levels");
});

Deno.test("normalize() ignores light that falls off", () => {
  const uneven = recolor(
    paint(drawTwo(PLACE), [40, 40, 40, 255], [230, 230, 230, 255]),
    (value, i) => value * (1 - 0.4 * (i % 140 + Math.floor(i / 140)) / 280),
  );
  assertSame(uneven, 0.02, "60% of the light in one corner");
});

Deno.test("normalize() ignores specks", () => {
  const picture = paint(drawTwo(PLACE));
  for (const [x, y] of [[2, 3], [130, 9], [50, 137]] as const) {
    for (const i of [0, 1, 140, 141]) {
      picture.rgba.set(BLACK, 4 * (y * 140 + x + i));
    }
  }
  assertSame(picture, 1e-6, "three specks");
});

Deno.test("normalize() keeps a digit that touches the edges", () => {
  const { data, width } = drawTwo(PLACE);
  const cut = { x: 33, y: 25, width: 74, height: 91 };
  const cropped = Float32Array.from(
    { length: cut.width * cut.height },
    (_, i) => {
      const row = cut.y + Math.floor(i / cut.width);
      return data[row * width + cut.x + i % cut.width]!;
    },
  );
  const picture = paint({
    width: cut.width,
    height: cut.height,
    data: cropped,
  });
  assertSame(picture, 0.01, "no margin");
});

Deno.test("normalize() brings a hairline to full ink", () => {
  const side = 600;
  const place = { width: side, height: side, x: 50, y: 50, size: 500 };
  const hairline = readGlyph(paint(drawTwo({ ...place, thickness: 0.004 })));
  assert.equal(Math.max(...hairline), 1);
});

Deno.test("normalize() puts the centre of mass in the middle", () => {
  let [mass, x, y] = [0, 0, 0];
  REFERENCE.forEach((value, i) => {
    mass += value;
    x += value * (i % 28);
    y += value * Math.floor(i / 28);
  });
  assert.ok(Math.abs(x / mass - 14) <= 0.5, `x ${x / mass}`);
  assert.ok(Math.abs(y / mass - 14) <= 0.5, `y ${y / mass}`);
});

Deno.test("normalize() keeps the aspect", () => {
  const data = new Float32Array(30 * 120).fill(1);
  const bar = normalize({ width: 30, height: 120, data });
  assert.equal(bar.filter((value) => value === 1).length, 5 * 20);
  assert.equal(bar.reduce((sum, value) => sum + value, 0), 5 * 20);
});

Deno.test("normalize() takes any size of ink", () => {
  for (const [width, height] of [[1, 1], [1, 500], [500, 1], [3, 2]] as const) {
    const data = new Float32Array(width * height).fill(0.3);
    const normalized = normalize({ width, height, data });
    assert.equal(normalized.length, 784);
    assert.ok(Math.abs(Math.max(...normalized) - 1) < 1e-6);
  }
});

Deno.test("normalize() keeps lopsided ink inside", () => {
  const data = new Float32Array(400).fill(0.01);
  data.fill(1, 0, 20);
  const normalized = normalize({ width: 20, height: 20, data });
  const kept = normalized.filter((value) => value > 0).length;
  assert.equal(kept, 400);
});

Deno.test("normalize() gives nothing for no ink", () => {
  const data = new Float32Array(12);
  assert.deepEqual(
    normalize({ width: 4, height: 3, data }),
    new Float32Array(784),
  );
});

const images = mnistImages();
const ignore = images === null;

function toPicture(image: Uint8Array, inverted: boolean): Picture {
  const rgba = new Uint8Array(4 * image.length);
  image.forEach((value, i) => {
    const gray = inverted ? 255 - value : value;
    rgba.set([gray, gray, gray, 255], 4 * i);
  });
  return { width: 28, height: 28, rgba, scale: 1 };
}

Deno.test({ name: "findInk() gives MNIST's own values", ignore }, () => {
  for (const image of images!.slice(0, 500)) {
    const expected = Float32Array.from(image, (value) => value / 255);
    for (const inverted of [false, true]) {
      const ink = findInk(toPicture(image, inverted));
      assert.deepEqual(ink.data, expected);
    }
  }
});

Deno.test({ name: "normalize() passes MNIST unchanged", ignore }, () => {
  const first = images!.slice(0, 2000);
  const distances = first.map((image, i) => {
    const expected = Float32Array.from(image, (value) => value / 255);
    return difference(readGlyph(toPicture(image, i % 2 === 1)), expected);
  });
  const unchanged = distances.filter((distance) => distance === 0).length;
  const mean = distances.reduce((sum, d) => sum + d, 0) / distances.length;
  assert.ok(unchanged >= 0.99 * first.length, `${unchanged} unchanged`);
  assert.ok(mean < 1e-4, `mean difference ${mean}`);
});
