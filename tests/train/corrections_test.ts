import assert from "node:assert/strict";
import type { Correction } from "../../src/corrections/correction.ts";
import {
  exportFiles,
  type ExportFormat,
} from "../../src/corrections/export.ts";
import { NOT_A_DIGIT } from "../../src/inference/classes.ts";
import { parseModel } from "../../src/inference/model.ts";
import type { Corpus } from "../../train/corpus.ts";
import { readCorrections } from "../../train/corrections/effect.ts";
import { loadCorrections } from "../../train/corrections/load.ts";
import { mixIn } from "../../train/corrections/mix.ts";
import { DataError, type DataSet, PIXELS } from "../../train/mnist.ts";
import { made } from "../corrections/made.ts";
import { drawDigits } from "./draw_digits.ts";
import { withTemporaryFolder } from "./temporary_folder.ts";

/** Digits, and after every tenth what is none. */
const ANSWERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, null];

function corrections(count: number): Correction[] {
  return Array.from({ length: count }, (_, i) => ({
    id: i + 1,
    ...made(i, { digit: ANSWERS[i % ANSWERS.length]! }),
  }));
}

async function writeExport(
  folder: string,
  format: ExportFormat,
  count: number,
): Promise<void> {
  const stream = ReadableStream.from(corrections(count));
  for await (const { name, bytes } of exportFiles(stream, format)) {
    await Deno.writeFile(`${folder}/${name}`, bytes);
  }
}

function dataOf(all: readonly Correction[]): DataSet {
  return {
    count: all.length,
    images: Uint8Array.from(all.flatMap(({ pixels }) => [...pixels])),
    labels: Uint8Array.from(all, ({ digit }) => digit ?? NOT_A_DIGIT),
  };
}

for (const format of ["pictures", "idx"] as const) {
  Deno.test(`corrections exported as ${format} are loaded as they were stored`, async () => {
    await withTemporaryFolder(async (folder) => {
      await writeExport(folder, format, 23);
      const loaded = await loadCorrections(folder);
      assert.deepEqual(loaded, dataOf(corrections(23)));
    });
  });
}

Deno.test("a folder without corrections, or with other pictures, is refused in one line", async () => {
  await withTemporaryFolder(async (folder) => {
    const refuses = (reason: RegExp) =>
      assert.rejects(loadCorrections(folder), (error) => {
        assert.ok(error instanceof DataError);
        assert.match(error.message, reason);
        assert.doesNotMatch(error.message, /\n/);
        return true;
      });
    await refuses(/expected labels.csv .* found neither/);
    await Deno.writeTextFile(`${folder}/labels.csv`, "file,label\na.png,7\n");
    await refuses(/a.png: named in labels.csv, not found/);
    await Deno.writeTextFile(`${folder}/a.png`, "no picture");
    await refuses(/a.png: /);
    await Deno.writeTextFile(`${folder}/labels.csv`, "file,label\na.png,77\n");
    await refuses(/labels.csv, a.png: expected one digit or none, found "77"/);
    await Deno.remove(`${folder}/labels.csv`);
    await writeExport(folder, "idx", 3);
    await Deno.writeTextFile(
      `${folder}/corrections-labels-idx1-ubyte.gz`,
      "no gzip",
    );
    await refuses(/corrections-labels-idx1-ubyte.gz: /);
  });
});

const digits = drawDigits(30);
const CORPUS: Corpus = {
  data: digits,
  training: Uint32Array.from({ length: 20 }, (_, i) => i),
  validation: Uint32Array.from({ length: 5 }, (_, i) => 20 + i),
  madeValidation: Uint32Array.from({ length: 5 }, (_, i) => 25 + i),
};

const imageAt = ({ images }: DataSet, index: number) =>
  images.slice(index * PIXELS, (index + 1) * PIXELS).toHex();

Deno.test("corrections are trained on beside all others, several times each, but for those held out", () => {
  const all = dataOf(corrections(200));
  const { corpus, trained, heldOut } = mixIn(CORPUS, all);
  assert.deepEqual(corpus.training.slice(0, 20), CORPUS.training);
  assert.deepEqual(corpus.validation, CORPUS.validation);
  for (let i = 0; i < digits.count; i++) {
    assert.equal(imageAt(corpus.data, i), imageAt(digits, i));
  }
  assert.equal(trained.length + heldOut.length, 200);
  assert.ok(heldOut.length > 20 && heldOut.length < 60, `${heldOut.length}`);
  const truths = new Map(
    Array.from(all.labels, (label, i) => [imageAt(all, i), label]),
  );
  const times = new Map<string, number>();
  for (const index of corpus.training.slice(20)) {
    const image = imageAt(corpus.data, index);
    assert.equal(corpus.data.labels[index], truths.get(image));
    times.set(image, (times.get(image) ?? 0) + 1);
  }
  assert.equal(times.size, trained.length);
  assert.deepEqual(new Set(times.values()), new Set([4]));
  for (const index of heldOut) {
    const image = imageAt(corpus.data, index);
    assert.equal(corpus.data.labels[index], truths.get(image));
    assert.ok(!times.has(image));
  }
});

Deno.test("a picture that was held out stays so when more are collected, and with all its answers", () => {
  const held = (all: readonly Correction[]) => {
    const { corpus, heldOut } = mixIn(CORPUS, dataOf(all));
    return new Set(Array.from(heldOut, (index) => imageAt(corpus.data, index)));
  };
  const [few, many] = [corrections(50), corrections(150)];
  const known = new Set(few.map(({ pixels }) => pixels.toHex()));
  const later = [...held(many)].filter((image) => known.has(image));
  assert.deepEqual(new Set(later), held(few));
  const twice = [...few, ...few.map((one) => ({ ...one, digit: 5 }))];
  const { corpus, heldOut } = mixIn(CORPUS, dataOf(twice));
  const trainedOn = new Set(
    Array.from(corpus.training, (index) => imageAt(corpus.data, index)),
  );
  for (const index of heldOut) {
    assert.ok(!trainedOn.has(imageAt(corpus.data, index)));
  }
});

Deno.test("the effect counts digits named right and what is none refused", async () => {
  const bytes = await Deno.readFile(
    new URL("../../weights/digits.safetensors", import.meta.url),
  );
  const model = parseModel(bytes);
  const plain = made(0).pixels.slice();
  plain.fill(0, 20 * 28, 20 * 28 + 4);
  const images = new Uint8Array(4 * PIXELS);
  for (let i = 0; i < 2; i++) images.set(plain, i * PIXELS);
  // A sheet full of ink is none.
  images.fill(255, 2 * PIXELS);
  const data = { count: 4, images, labels: Uint8Array.of(1, 7, 10, 3) };
  const all = Uint32Array.of(0, 1, 2, 3);
  const { images: count, correct } = readCorrections(model, data, all);
  assert.deepEqual([count, correct], [4, 2]);
});
