import { decode } from "../src/imaging/decode/decode.ts";
import type { Picture } from "../src/imaging/picture.ts";
import type { Reading, Recognizer } from "../src/recognize.ts";
import { exitWith } from "./command_line.ts";
import { type Label, LabelsError, parseLabels } from "./labels.ts";
import { type DataSet, PIXELS, readImage, SIDE } from "./mnist.ts";

/** One picture to read. */
export interface Sample {
  readonly name: string;
  readonly truth: string;
  /** @throws {PictureError} */
  read(): { reading: Reading; picture: Picture | null };
}

/** MNIST's images, given to the network as they are. */
export function normalizedSamples(
  test: DataSet,
  recognizer: Recognizer,
): Sample[] {
  return mnistSamples(test, (index) => {
    const pixels = new Float32Array(PIXELS);
    readImage(pixels, test, index);
    return { reading: recognizer.readNormalized(pixels), picture: null };
  });
}

/** MNIST's images as pictures, white ink on black, as they are shown. */
export function pictureSamples(
  test: DataSet,
  recognizer: Recognizer,
): Sample[] {
  return mnistSamples(test, (index) => {
    const picture = mnistPicture(test, index);
    return { reading: recognizer.read(picture), picture };
  });
}

/** The pictures of a folder with a labels.csv; ends with one line where it lacks something. */
export async function folderSamples(
  folder: string,
  recognizer: Recognizer,
): Promise<Sample[]> {
  const labels = await readLabels(folder);
  return labels.map(({ file, label }) => ({
    name: `${folder}/${file}`,
    truth: label,
    read: () => {
      const picture = decode(readPicture(`${folder}/${file}`));
      return { reading: recognizer.read(picture), picture };
    },
  }));
}

function mnistSamples(
  test: DataSet,
  read: (index: number) => ReturnType<Sample["read"]>,
): Sample[] {
  return Array.from(test.labels, (label, index) => ({
    name: `t10k ${index}`,
    truth: String(label),
    read: () => read(index),
  }));
}

function mnistPicture(test: DataSet, index: number): Picture {
  const rgba = new Uint8Array(PIXELS * 4).fill(255);
  for (let i = 0; i < PIXELS; i++) {
    rgba.fill(test.images[index * PIXELS + i]!, 4 * i, 4 * i + 3);
  }
  return { width: SIDE, height: SIDE, rgba, scale: 1 };
}

async function readLabels(folder: string): Promise<Label[]> {
  const path = `${folder}/labels.csv`;
  try {
    return parseLabels(await Deno.readTextFile(path));
  } catch (error) {
    if (error instanceof LabelsError) exitWith(`${path}, ${error.message}`);
    if (error instanceof Deno.errors.NotFound) {
      exitWith(
        `${path}: not found; expected a header "file,label" and a row for each picture`,
      );
    }
    throw error;
  }
}

function readPicture(path: string): Uint8Array {
  try {
    return Deno.readFileSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    exitWith(`${path}: named in labels.csv, not found`);
  }
}
