import { gunzipSync } from "node:zlib";
import {
  IDX_IMAGES,
  IDX_LABELS,
  LABELS_CSV,
} from "../../src/corrections/export.ts";
import { PictureError } from "../../src/imaging/decode/errors.ts";
import { decode } from "../../src/imaging/decode/decode.ts";
import { NOT_A_DIGIT } from "../../src/inference/classes.ts";
import { type IdxArray, IdxError, parseIdx } from "../idx.ts";
import { type Label, LabelsError, parseLabels } from "../labels.ts";
import { DataError, type DataSet, PIXELS, SIDE } from "../mnist.ts";

/**
 * Corrections as the service exports them: a folder of pictures of 28x28 with a
 * labels.csv, or with the two IDX files.
 *
 * @throws {DataError}
 */
export async function loadCorrections(folder: string): Promise<DataSet> {
  const csv = await readOrNull(`${folder}/${LABELS_CSV}`);
  if (csv) return await loadPictures(folder, new TextDecoder().decode(csv));
  const [images, labels] = [
    await readOrNull(`${folder}/${IDX_IMAGES}`),
    await readOrNull(`${folder}/${IDX_LABELS}`),
  ];
  if (images && labels) return loadIdx(folder, images, labels);
  throw new DataError(
    `${folder}: expected ${LABELS_CSV} with its pictures, or ${IDX_IMAGES} and ${IDX_LABELS}, found neither`,
  );
}

async function loadPictures(folder: string, csv: string): Promise<DataSet> {
  const rows = readLabels(`${folder}/${LABELS_CSV}`, csv);
  const images = new Uint8Array(rows.length * PIXELS);
  for (const [index, { file }] of rows.entries()) {
    const path = `${folder}/${file}`;
    const bytes = await readOrNull(path);
    if (!bytes) {
      throw new DataError(`${path}: named in ${LABELS_CSV}, not found`);
    }
    images.set(readPixels(path, bytes), index * PIXELS);
  }
  const labels = Uint8Array.from(
    rows,
    ({ label }) => label === "" ? NOT_A_DIGIT : Number(label),
  );
  return { count: rows.length, images, labels };
}

function readLabels(path: string, csv: string): Label[] {
  try {
    const rows = parseLabels(csv);
    const other = rows.find(({ label }) => !/^[0-9]?$/.test(label));
    if (!other) return rows;
    throw new LabelsError(
      `${other.file}: expected one digit or none, found "${other.label}"`,
    );
  } catch (error) {
    if (!(error instanceof LabelsError)) throw error;
    throw new DataError(`${path}, ${error.message}`);
  }
}

/** The gray of a picture, which is what the service had stored. */
function readPixels(path: string, bytes: Uint8Array): Uint8Array {
  try {
    const { width, height, rgba } = decode(bytes);
    if (width === SIDE && height === SIDE) {
      return Uint8Array.from({ length: PIXELS }, (_, i) => rgba[4 * i]!);
    }
    throw new DataError(
      `${path}: expected ${SIDE}x${SIDE} pixels, found ${width}x${height}`,
    );
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    throw new DataError(`${path}: ${error.message}`);
  }
}

function loadIdx(
  folder: string,
  images: Uint8Array,
  labels: Uint8Array,
): DataSet {
  const image = unpack(`${folder}/${IDX_IMAGES}`, images, 3);
  const label = unpack(`${folder}/${IDX_LABELS}`, labels, 1);
  const expected = [label.data.length, SIDE, SIDE].join("x");
  if (image.shape.join("x") !== expected) {
    throw new DataError(
      `${folder}: expected images of ${expected} as there are labels, found ${
        image.shape.join("x")
      }`,
    );
  }
  const other = label.data.find((value) => value > NOT_A_DIGIT);
  if (other !== undefined) {
    throw new DataError(
      `${folder}/${IDX_LABELS}: expected labels 0..${NOT_A_DIGIT}, found ${other}`,
    );
  }
  return { count: label.data.length, images: image.data, labels: label.data };
}

function unpack(path: string, bytes: Uint8Array, dimensions: number): IdxArray {
  try {
    return parseIdx(new Uint8Array(gunzipSync(bytes)), dimensions);
  } catch (error) {
    const isGzip = error instanceof Error && "code" in error;
    if (!isGzip && !(error instanceof IdxError)) throw error;
    throw new DataError(`${path}: ${error.message}`);
  }
}

async function readOrNull(path: string): Promise<Uint8Array | null> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return null;
  }
}
