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
      name: "bytes to reading",
      run: (index) => recognizer.read(decode(files[index % PICTURES]!)),
    },
  ];
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
