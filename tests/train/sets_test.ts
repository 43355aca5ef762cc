import assert from "node:assert/strict";
import { decode } from "../../src/imaging/decode/decode.ts";
import type { Ink } from "../../src/imaging/ink.ts";
import { parseLabels } from "../../train/labels.ts";
import {
  makeSample,
  type Material,
  SET_NAMES,
} from "../../train/synthetic/set_list.ts";
import { STOCK, UNSEEN_STOCK } from "../../train/synthetic/photos/stock.ts";
import {
  fromFonts,
  fromMnist,
  fromStrokes,
  mixed,
  type Source,
} from "../../train/synthetic/set_sources.ts";
import { Random } from "../../train/random.ts";
import { drawTwo } from "../imaging/draw.ts";
import { drawDigits } from "./draw_digits.ts";

const COUNT = 4;
const TWO: Ink = drawTwo({ width: 28, height: 28, x: 4, y: 4, size: 20 });
const two: Source = () => ({ ink: TWO, label: "2" });
const letter: Source = () => ({ ink: TWO, label: "" });

const MATERIAL: Material = {
  mnist: two,
  digits: two,
  letters: letter,
  stock: STOCK,
  seed: 1,
};

function samples(name: typeof SET_NAMES[number], material = MATERIAL) {
  return Array.from(
    { length: COUNT },
    (_, index) => makeSample(name, material, index),
  );
}

for (const name of SET_NAMES) {
  Deno.test(`every file of the set ${name} is what its name says and decodes`, () => {
    for (const { bytes, extension } of samples(name)) {
      assert.equal(bytes[0], extension === "png" ? 0x89 : 0xff);
      const { width, height } = decode(bytes);
      assert.ok(width > 0 && height > 0);
    }
  });

  Deno.test(`the set ${name} is the same for the same seed and another for another`, () => {
    const again = samples(name);
    assert.deepEqual(samples(name), again);
    const other = samples(name, { ...MATERIAL, seed: 2 });
    assert.notDeepEqual(other, again);
  });

  Deno.test(
    `the labels of the set ${name} are ${
      ["blank", "non-digits"].includes(name) ? "empty" : "one digit"
    }`,
    () => {
      const expected = ["blank", "non-digits"].includes(name)
        ? /^$/
        : /^[0-9]$/;
      for (const { label } of samples(name)) assert.match(label, expected);
    },
  );
}

Deno.test("the set blank shows nothing of what anyone wrote", () => {
  const other: Source = () => ({
    ink: { ...TWO, data: TWO.data.map((value) => 1 - value) },
    label: "2",
  });
  assert.deepEqual(
    samples("blank"),
    samples("blank", { ...MATERIAL, mnist: other, digits: other }),
  );
});

Deno.test("unseen papers, pens and tables are none of those that are steered by", () => {
  for (const key of Object.keys(STOCK) as (keyof typeof STOCK)[]) {
    const seen = new Set(STOCK[key].map(String));
    for (const color of UNSEEN_STOCK[key]) {
      assert.ok(!seen.has(String(color)), `${key} ${color}`);
    }
  }
});

Deno.test("fromMnist() shows the images of its indices in turn, each with its own label", () => {
  const data = drawDigits(20);
  const source = fromMnist(data, Uint32Array.of(7, 13));
  const random = new Random(1);
  assert.deepEqual(
    [0, 1, 2].map((index) => source(random, index).label),
    ["7", "3", "7"],
  );
  const { ink } = source(random, 1);
  const image = data.images.subarray(13 * 784, 14 * 784);
  assert.deepEqual(ink.data, Float32Array.from(image, (value) => value / 255));
});

Deno.test("fromFonts() labels digits and leaves letters without", () => {
  const glyph = { family: "a", kind: "printed", ink: TWO } as const;
  const random = new Random(1);
  const digit = fromFonts([{ ...glyph, character: "4" }]);
  const other = fromFonts([{ ...glyph, character: "g" }]);
  assert.equal(digit(random, 0).label, "4");
  assert.equal(other(random, 0).label, "");
});

Deno.test("mixed() draws each source about as often as its weight says", () => {
  const source = mixed({ source: two, weight: 3 }, {
    source: letter,
    weight: 1,
  });
  const random = new Random(1);
  const digits = Array.from({ length: 1000 }, (_, i) => source(random, i))
    .filter(({ label }) => label === "2").length;
  assert.ok(digits > 700 && digits < 800, String(digits));
});

Deno.test("fromStrokes draws every digit", () => {
  const random = new Random(1);
  const labels = new Set(
    Array.from({ length: 200 }, (_, i) => fromStrokes(random, i).label),
  );
  assert.equal(labels.size, 10);
});

/** Runs the task in a folder of its own. */
async function runSets(...options: string[]) {
  const out = await Deno.makeTempDir();
  try {
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["task", "--quiet", "sets", "--out", out, ...options],
    }).output();
    const files = code === 0
      ? parseLabels(
        await Deno.readTextFile(`${out}/unseen/paint/labels.csv`),
      ).map(({ file, label }) => ({
        label,
        picture: decode(Deno.readFileSync(`${out}/unseen/paint/${file}`)),
      }))
      : [];
    return { code, stderr: new TextDecoder().decode(stderr).trim(), files };
  } finally {
    await Deno.remove(out, { recursive: true });
  }
}

Deno.test("deno task sets writes folders that deno task evaluate reads", async () => {
  const { code, stderr, files } = await runSets(
    "--only",
    "paint",
    "--count",
    "4",
  );
  if (code !== 0 && /MNIST/.test(stderr)) {
    console.log(`${stderr}: the test of the whole task is left out.`);
    return;
  }
  assert.equal(code, 0, stderr);
  assert.equal(files.length, 4);
  for (const { label } of files) assert.match(label, /^[0-9]$/);
});

Deno.test("deno task sets says in one line which sets there are", async () => {
  const { code, stderr } = await runSets("--only", "selfies");
  assert.equal(code, 1);
  assert.match(stderr, /^--only: expected one of photos, .*, found selfies$/);
});
