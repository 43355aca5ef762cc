import { gzipSync } from "node:zlib";
import { NORMALIZED_SIDE } from "../imaging/normalize.ts";
import { NOT_A_DIGIT } from "../inference/classes.ts";
import { encodePng } from "../png.ts";
import type { ZipEntry } from "../zip.ts";
import { type Correction, PICTURE_BYTES, type Shown } from "./correction.ts";
import { serializeIdx } from "./idx.ts";

/** As which files corrections are given out. */
export const EXPORT_FORMATS = ["pictures", "idx"] as const;
export type ExportFormat = typeof EXPORT_FORMATS[number];

/** Names of the files, after MNIST's. */
export const IDX_IMAGES = "corrections-images-idx3-ubyte.gz";
export const IDX_LABELS = "corrections-labels-idx1-ubyte.gz";
export const LABELS_CSV = "labels.csv";

/** The files that hold `corrections` in a format. */
export function exportFiles(
  corrections: AsyncIterable<Correction>,
  format: ExportFormat,
): AsyncGenerator<ZipEntry> {
  return format === "idx" ? idxFiles(corrections) : pictureFiles(corrections);
}

/**
 * A PNG for each, light ink on dark as MNIST's values are, so that a pixel of
 * it is the byte stored; and `labels.csv` as `deno task evaluate` takes it.
 */
async function* pictureFiles(
  corrections: AsyncIterable<Correction>,
): AsyncGenerator<ZipEntry> {
  const rows = ["file,label,read,date"];
  for await (const { id, pixels, digit, read, date } of corrections) {
    const name = `${String(id).padStart(ID_DIGITS, "0")}.png`;
    rows.push([name, cell(digit), cell(read), date].join(","));
    const bytes = encodePng("gray", NORMALIZED_SIDE, NORMALIZED_SIDE, pixels);
    yield { name, bytes };
  }
  const bytes = new TextEncoder().encode(`${rows.join("\n")}\n`);
  yield { name: LABELS_CSV, bytes };
}

/** Digits of a file name, so that names sort as ids do. */
const ID_DIGITS = 6;

/** What is no digit has an empty label. */
function cell(shown: Shown): string {
  return shown === null ? "" : String(shown);
}

/**
 * Images and labels as MNIST's files are, with the label 10 for what is no
 * digit. Their heads hold the count, so all are in memory meanwhile: 47 MB at
 * most.
 */
async function* idxFiles(
  corrections: AsyncIterable<Correction>,
): AsyncGenerator<ZipEntry> {
  const all = await Array.fromAsync(corrections);
  const images = new Uint8Array(all.length * PICTURE_BYTES);
  all.forEach(({ pixels }, i) => images.set(pixels, i * PICTURE_BYTES));
  const labels = Uint8Array.from(all, ({ digit }) => digit ?? NOT_A_DIGIT);
  const shape = [all.length, NORMALIZED_SIDE, NORMALIZED_SIDE];
  yield { name: IDX_IMAGES, bytes: gzipSync(serializeIdx(shape, images)) };
  yield {
    name: IDX_LABELS,
    bytes: gzipSync(serializeIdx([all.length], labels)),
  };
}
