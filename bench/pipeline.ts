import { decode } from "../src/imaging/decode/decode.ts";
import { chooseEngine } from "../src/inference/choose.ts";
import type { Model } from "../src/inference/model.ts";
import { encodePng } from "../src/png.ts";
import { createRecognizer } from "../src/recognize.ts";
import { SIDE } from "../train/mnist.ts";
import { imageAt, type Images } from "./images.ts";
import type { Contender } from "./interleave.ts";

/** Side of the picture that the page's canvas sends. */
export const CANVAS_SIDE = 280;
const PICTURES = 20;
/** Digits of a line: as many as a page's sheet has room for. */
const LINE_DIGITS = 8;

/** The stages that a picture from the page goes through. */
export function pipelineContenders(model: Model, images: Images): Contender[] {
  const recognizer = createRecognizer(
    chooseEngine(model, "auto").engine,
    model.calibration,
  );
  const files = Array.from(
    { length: PICTURES },
    (_, i) => canvasPng(imageAt(images.data, i)),
  );
  const pictures = files.map(decode);
  const lines = Array.from({ length: PICTURES }, (_, i) => {
    const digits = Array.from(
      { length: LINE_DIGITS },
      (_, n) => imageAt(images.data, i * LINE_DIGITS + n),
    );
    return decode(linePng(digits));
  });
  return [
    {
      name: "decode canvas PNG",
      run: (index) => decode(files[index % PICTURES]!),
    },
    {
      name: "read picture",
      run: (index) => recognizer.read(pictures[index % PICTURES]!),
    },
    {
      name: `read a line of ${LINE_DIGITS} digits`,
      run: (index) => recognizer.read(lines[index % PICTURES]!),
    },
    {
      name: "bytes to reading",
      run: (index) => recognizer.read(decode(files[index % PICTURES]!)),
    },
  ];
}

/** Pixels of a line's picture for one of MNIST's. */
const LINE_ZOOM = 5;

/** Digits side by side on white. */
function linePng(digits: readonly Float32Array[]): Uint8Array {
  const width = digits.length * SIDE * LINE_ZOOM;
  const height = SIDE * LINE_ZOOM;
  const gray = new Uint8Array(width * height);
  for (let i = 0; i < gray.length; i++) {
    const x = Math.floor(i % width / LINE_ZOOM);
    const y = Math.floor(i / width / LINE_ZOOM);
    const digit = digits[Math.floor(x / SIDE)]!;
    gray[i] = 255 - Math.round(255 * digit[y * SIDE + x % SIDE]!);
  }
  return encodePng("gray", width, height, gray);
}

/** A digit on a white square, ten pixels for one. */
function canvasPng(image: Float32Array): Uint8Array {
  const zoom = CANVAS_SIDE / SIDE;
  const gray = new Uint8Array(CANVAS_SIDE ** 2);
  for (let i = 0; i < gray.length; i++) {
    const x = Math.floor(i % CANVAS_SIDE / zoom);
    const y = Math.floor(i / CANVAS_SIDE / zoom);
    gray[i] = 255 - Math.round(255 * image[y * SIDE + x]!);
  }
  return encodePng("gray", CANVAS_SIDE, CANVAS_SIDE, gray);
}
