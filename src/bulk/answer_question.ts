import { PictureError } from "../imaging/decode/errors.ts";
import type { Picture } from "../imaging/picture.ts";
import type { Reading, Recognizer } from "../recognize.ts";
import {
  type Answer,
  type ImagesQuestion,
  namesOf,
  type Question,
} from "./messages.ts";
import { problemLine, resultLine } from "./result_line.ts";

/** Reads the pictures of a question, one after the other. */
export function answerQuestion(
  question: Question,
  recognizer: Recognizer,
  decode: (bytes: Uint8Array) => Picture,
): Answer {
  const names = namesOf(question);
  let lines = "";
  let problems = 0;
  names.forEach((name, place) => {
    try {
      const reading = question.kind === "file"
        ? recognizer.read(decode(question.bytes))
        : readImage(question, place, recognizer);
      lines += resultLine(name, reading);
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      problems++;
      lines += problemLine(name, error.message);
    }
  });
  return {
    lines: new TextEncoder().encode(lines),
    pictures: names.length,
    problems,
  };
}

function readImage(
  { kind, width, height, pixels }: ImagesQuestion,
  place: number,
  recognizer: Recognizer,
): Reading {
  const size = width * height;
  const values = pixels.subarray(place * size, (place + 1) * size);
  return kind === "normalized"
    ? recognizer.readNormalized(inkOf(values))
    : recognizer.read(pictureOf(values, width, height));
}

/** What the network takes for each byte: 784 divisions would be a tenth of the work. */
const INK = Float32Array.from({ length: 256 }, (_, value) => value / 255);

/** As the network takes it, 0..1. */
function inkOf(values: Uint8Array): Float32Array {
  const ink = new Float32Array(values.length);
  for (let i = 0; i < ink.length; i++) ink[i] = INK[values[i]!]!;
  return ink;
}

/** White ink on black, as MNIST is shown. */
function pictureOf(
  values: Uint8Array,
  width: number,
  height: number,
): Picture {
  const rgba = new Uint8Array(4 * values.length).fill(255);
  for (let i = 0; i < values.length; i++) {
    rgba.fill(values[i]!, 4 * i, 4 * i + 3);
  }
  return { width, height, rgba, scale: 1 };
}
