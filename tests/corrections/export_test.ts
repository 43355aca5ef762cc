import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import type { Correction } from "../../src/corrections/correction.ts";
import {
  exportFiles,
  type ExportFormat,
  IDX_IMAGES,
  IDX_LABELS,
  LABELS_CSV,
} from "../../src/corrections/export.ts";
import { decode } from "../../src/imaging/decode/decode.ts";
import { NOT_A_DIGIT } from "../../src/inference/classes.ts";
import { parseIdx } from "../../train/idx.ts";
import { parseLabels } from "../../train/labels.ts";
import { made } from "./made.ts";

const CORRECTIONS: Correction[] = [
  { id: 1, ...made(0, { digit: 0, read: 6 }) },
  { id: 7, ...made(1, { digit: null, read: 1 }) },
  { id: 12345, ...made(2, { digit: 9, read: null }) },
];

async function files(format: ExportFormat, corrections = CORRECTIONS) {
  const stream = ReadableStream.from(corrections);
  const entries = await Array.fromAsync(exportFiles(stream, format));
  return new Map(entries.map(({ name, bytes }) => [name, bytes]));
}

Deno.test("pictures and their labels are as evaluate reads them", async () => {
  const found = await files("pictures");
  const csv = new TextDecoder().decode(found.get(LABELS_CSV));
  const labels = parseLabels(csv);
  assert.deepEqual(labels, [
    { file: "000001.png", label: "0" },
    { file: "000007.png", label: "" },
    { file: "012345.png", label: "9" },
  ]);
  assert.match(csv, /^file,label,read,date\n000001.png,0,6,2026-11-26\n/);
  assert.equal(found.size, 4);
  labels.forEach(({ file }, i) => {
    const { width, height, rgba } = decode(found.get(file)!);
    assert.deepEqual([width, height], [28, 28]);
    const gray = rgba.filter((_, at) => at % 4 === 0);
    assert.deepEqual([...gray], [...CORRECTIONS[i]!.pixels]);
  });
});

Deno.test("IDX files hold the bytes that were stored, and a class of its own for no digit", async () => {
  const found = await files("idx");
  assert.deepEqual([...found.keys()], [IDX_IMAGES, IDX_LABELS]);
  const images = parseIdx(gunzipSync(found.get(IDX_IMAGES)!), 3);
  const labels = parseIdx(gunzipSync(found.get(IDX_LABELS)!), 1);
  assert.deepEqual(images.shape, [3, 28, 28]);
  assert.deepEqual(
    [...images.data],
    CORRECTIONS.flatMap(({ pixels }) => [...pixels]),
  );
  assert.deepEqual([...labels.data], [0, NOT_A_DIGIT, 9]);
});

Deno.test("an export of nothing can be read as well", async () => {
  const pictures = await files("pictures", []);
  assert.deepEqual(
    parseLabels(new TextDecoder().decode(pictures.get(LABELS_CSV))),
    [],
  );
  const idx = await files("idx", []);
  assert.deepEqual(parseIdx(gunzipSync(idx.get(IDX_IMAGES)!), 3).shape, [
    0,
    28,
    28,
  ]);
});
