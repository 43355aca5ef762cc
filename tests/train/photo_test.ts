import assert from "node:assert/strict";
import { decode } from "../../src/imaging/decode/decode.ts";
import type { Ink } from "../../src/imaging/ink.ts";
import type { Picture } from "../../src/imaging/picture.ts";
import { Random } from "../../train/random.ts";
import {
  NO_INK,
  photograph,
  takePicture,
} from "../../train/synthetic/photos/photo.ts";
import { drawConditions } from "../../train/synthetic/photos/conditions.ts";
import { type Kind, KINDS } from "../../train/synthetic/photos/kinds.ts";
import type { Scene } from "../../train/synthetic/photos/scene.ts";
import { encodeJpeg } from "../../train/synthetic/photos/jpeg.ts";
import { makePlate } from "../../train/synthetic/photos/plate.ts";
import { centreLines } from "../../train/synthetic/photos/skeleton.ts";
import { drawTwo } from "../imaging/draw.ts";

const TWO: Ink = drawTwo({ width: 28, height: 28, x: 4, y: 4, size: 20 });

/** Enough to meet the rarer conditions, few enough to be quick. */
const DRAWS = 6;

function draws(kind: Kind) {
  return Array.from({ length: DRAWS }, (_, seed) => ({
    seed,
    conditions: drawConditions(new Random(seed), kind),
  }));
}

/** A sheet in plain light: nothing between the digit and its picture. */
const PLAIN: Scene = {
  what: "scene",
  width: 120,
  height: 100,
  digit: { size: 60, x: 70, y: 45 },
  stroke: { thickness: null, pressure: 0, edge: 1 },
  pen: { color: [0, 0, 0], opacity: 1, flow: 0, grain: 0, grainSize: 0 },
  pose: { angle: 0, tilt: [0, 0], bend: 0 },
  paper: {
    color: [255, 255, 255],
    fibre: 0,
    fibreSize: 0,
    mottle: 0,
    ghost: 0,
    smudge: 0,
  },
  lines: null,
  cell: null,
  table: null,
  light: null,
  camera: null,
  threshold: null,
  isGray: false,
  transparency: "none",
  isInverted: false,
  side: null,
  jpeg: null,
};

/** Box and share of the pixels darker than middle gray. */
function darkness({ width, rgba }: Picture) {
  let [left, right, top, bottom, count] = [Infinity, -1, Infinity, -1, 0];
  for (let i = 0; i < rgba.length / 4; i++) {
    if (rgba[4 * i]! >= 128) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    count++;
  }
  return { left, right, top, bottom, share: 4 * count / rgba.length };
}

for (const kind of KINDS) {
  Deno.test(`photograph() of kind ${kind} gives a whole picture within 10..1200 pixels`, () => {
    for (const { seed, conditions } of draws(kind)) {
      const { width, height, rgba } = photograph(
        TWO,
        new Random(seed),
        conditions,
      );
      assert.equal(rgba.length, 4 * width * height);
      const [shorter, longer] = [
        Math.min(width, height),
        Math.max(width, height),
      ];
      assert.ok(shorter >= 4 && longer >= 16 && longer <= 1200, `seed ${seed}`);
    }
  });

  Deno.test(`photograph() of kind ${kind} gives the same picture for the same random numbers`, () => {
    const { conditions } = draws(kind)[0]!;
    const picture = photograph(TWO, new Random(3), conditions);
    photograph(TWO, new Random(4), conditions); // what was made before must not matter
    assert.deepEqual(photograph(TWO, new Random(3), conditions), picture);
  });

  Deno.test(`a digit shows in a picture of kind ${kind}`, () => {
    for (const { seed, conditions } of draws(kind)) {
      const withDigit = takePicture(TWO, new Random(seed), conditions);
      const blank = takePicture(NO_INK, new Random(seed), conditions);
      assert.notDeepEqual(withDigit, blank, `seed ${seed}`);
    }
  });
}

Deno.test("drawConditions() draws other conditions for other random numbers", () => {
  for (const kind of KINDS) {
    const seen = new Set(
      draws(kind).map(({ conditions }) => JSON.stringify(conditions)),
    );
    assert.ok(seen.size > DRAWS / 2, kind);
  }
});

Deno.test("a digit on a plain sheet is as large as asked for and where it was asked for", () => {
  const random = new Random(1);
  const box = darkness(takePicture(TWO, random, PLAIN));
  const height = box.bottom - box.top + 1;
  assert.ok(Math.abs(height - PLAIN.digit.size) <= 6, String(height));
  assert.ok(Math.abs((box.left + box.right + 1) / 2 - PLAIN.digit.x) <= 3);
  assert.ok(Math.abs((box.top + box.bottom + 1) / 2 - PLAIN.digit.y) <= 3);
});

Deno.test("no ink leaves a plain sheet blank, and one in any light without a stroke", () => {
  const blank = takePicture(NO_INK, new Random(1), PLAIN);
  assert.ok(blank.rgba.every((value) => value === 255));
});

Deno.test("each condition alone changes the picture of a plain sheet", () => {
  const plain = takePicture(TWO, new Random(1), PLAIN);
  const light = {
    gradient: 0,
    vignette: 0,
    patches: 0,
    shadows: [],
    glare: 0,
    crumpling: 0,
  };
  const camera = {
    defocus: 0,
    motion: 0,
    noise: 0,
    noiseSize: 0,
    blotches: 0,
    exposure: 1,
    contrast: 1,
    balance: [1, 1, 1] as const,
    sharpen: 0,
  };
  const shadow = {
    shape: "hand",
    cover: 0.4,
    depth: 0.5,
    softness: 9,
  } as const;
  const changes: Partial<Scene>[] = [
    { pose: { angle: 0.1, tilt: [0, 0], bend: 0 } },
    { pose: { angle: 0, tilt: [0.2, 0.1], bend: 0 } },
    { pose: { angle: 0, tilt: [0, 0], bend: 4 } },
    { pen: { ...PLAIN.pen, opacity: 0.6 } },
    { pen: { ...PLAIN.pen, grain: 0.6, grainSize: 0.5 } },
    { pen: { ...PLAIN.pen, flow: 0.6 } },
    { stroke: { thickness: 0.04, pressure: 0, edge: 1 } },
    { paper: { ...PLAIN.paper, color: [230, 210, 180] } },
    { paper: { ...PLAIN.paper, fibre: 3, fibreSize: 1 } },
    { paper: { ...PLAIN.paper, mottle: 3 } },
    { paper: { ...PLAIN.paper, ghost: 10 } },
    { light: { ...light, gradient: 0.3 } },
    { light: { ...light, vignette: 0.3 } },
    { light: { ...light, patches: 0.1 } },
    { light: { ...light, crumpling: 1 } },
    { light: { ...light, glare: 0.4 } },
    { light: { ...light, shadows: [shadow] } },
    { light: { ...light, shadows: [{ ...shadow, shape: "phone" }] } },
    { light: { ...light, shadows: [{ ...shadow, shape: "edge" }] } },
    { camera: { ...camera, defocus: 2 } },
    { camera: { ...camera, motion: 6 } },
    { camera: { ...camera, noise: 6 } },
    { camera: { ...camera, blotches: 3 } },
    { camera: { ...camera, exposure: 0.7 } },
    { camera: { ...camera, sharpen: 1, defocus: 1 } },
    { threshold: { method: "global", level: 0.5, radius: 0, pepper: 0.01 } },
    { threshold: { method: "adaptive", level: 10, radius: 12, pepper: 0 } },
    { transparency: "ground" },
    { isInverted: true },
    { side: 28 },
  ];
  const seen = new Set<string>();
  for (const change of changes) {
    const picture = takePicture(TWO, new Random(1), { ...PLAIN, ...change });
    // On a white sheet light can only be taken away.
    if (JSON.stringify(change).includes('"glare":0.4')) continue;
    assert.notDeepEqual(picture.rgba, plain.rgba, JSON.stringify(change));
    seen.add(picture.rgba.join());
  }
  assert.ok(seen.size >= changes.length - 2);
});

Deno.test("a shadow covers about as much of the sheet as asked for", () => {
  for (const cover of [0.15, 0.35, 0.6]) {
    for (const shape of ["hand", "phone", "edge"] as const) {
      const picture = takePicture(NO_INK, new Random(5), {
        ...PLAIN,
        light: {
          gradient: 0,
          vignette: 0,
          patches: 0,
          glare: 0,
          crumpling: 0,
          shadows: [{ shape, cover, depth: 0.7, softness: 2 }],
        },
      });
      const { share } = darkness(picture);
      assert.ok(Math.abs(share - cover) < 0.08, `${shape} ${cover}: ${share}`);
    }
  }
});

Deno.test("a thin pen leaves less ink than a thick one, of the same digit in the same place", () => {
  const shares = [0.03, 0.06, 0.12].map((thickness) =>
    darkness(
      takePicture(TWO, new Random(1), {
        ...PLAIN,
        stroke: { thickness, pressure: 0, edge: 1 },
      }),
    )
  );
  assert.ok(shares[0]!.share < shares[1]!.share);
  assert.ok(shares[1]!.share < shares[2]!.share);
});

Deno.test("centreLines() of a ring is one loop around its middle, of nothing nothing", () => {
  const side = 40;
  const data = Float32Array.from({ length: side * side }, (_, i) => {
    const away = Math.hypot(
      i % side - (side - 1) / 2,
      Math.floor(i / side) - (side - 1) / 2,
    );
    return Math.min(1, Math.max(0, 4 - Math.abs(away - 14)));
  });
  const lines = centreLines({ width: side, height: side, data })!;
  const length = lines.reduce(
    (sum, { x0, y0, x1, y1 }) => sum + Math.hypot(x1 - x0, y1 - y0),
    0,
  );
  const round = 2 * Math.PI * 14 / side;
  assert.ok(Math.abs(length - round) < 0.1 * round, `${length}, ${round}`);
  for (const { x0, y0 } of lines) {
    const away = side * Math.hypot(x0 - 0.5, y0 - 0.5);
    assert.ok(Math.abs(away - 14) < 1.5, String(away));
  }
  assert.deepEqual(centreLines(NO_INK), []);
});

Deno.test("makePlate() of no ink is a pixel of paper", () => {
  const plate = makePlate(NO_INK, new Random(1), 50, PLAIN.stroke);
  assert.deepEqual(plate, { width: 1, height: 1, data: new Float32Array(1) });
});

Deno.test("encodeJpeg() writes what the service decodes, close to the picture", () => {
  const picture = takePicture(TWO, new Random(1), PLAIN);
  const decoded = decode(encodeJpeg(picture, 95));
  assert.equal(decoded.width, picture.width);
  assert.equal(decoded.height, picture.height);
  const difference = decoded.rgba.reduce(
    (sum, value, i) => sum + Math.abs(value - picture.rgba[i]!),
    0,
  ) / decoded.rgba.length;
  assert.ok(difference < 3, String(difference));
});
