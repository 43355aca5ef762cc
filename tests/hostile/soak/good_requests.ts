import { encodeJpeg } from "../../../train/synthetic/photos/jpeg.ts";
import { SEVEN, sevenGray, sevenPng, SIDE } from "../../app/drawing.ts";
import { seeded } from "../../imaging/draw.ts";

/** A request whose right answer is known. */
export interface GoodRequest {
  readonly kind: "canvas" | "pixels" | "page" | "photo";
  readonly path: string;
  /** Makes the body anew, as a form is used up by sending it. */
  body(): BodyInit;
  readonly headers: Record<string, string>;
  isRight(answer: string): boolean;
}

/** Pixels of the sides of a photo: 12 megapixels. */
const PHOTO: readonly [width: number, height: number] = [4000, 3000];
const JPEG_QUALITY = 90;
/** Steps of luminance by which pixels of a camera differ. */
const GRAIN = 24;

/** Written sevens, in every way that people and programs send them. */
export const GOOD_REQUESTS: readonly GoodRequest[] = [
  {
    kind: "canvas",
    path: "predict",
    body: () => sevenPng.slice(),
    headers: { "Content-Type": "image/png" },
    isRight: isJsonSeven,
  },
  {
    kind: "canvas",
    path: "predict",
    body: () => formOf(sevenPng),
    headers: {},
    isRight: isJsonSeven,
  },
  {
    kind: "page",
    path: "read",
    body: () => formOf(sevenPng),
    headers: { "HX-Request": "true" },
    isRight: (answer) => answer.includes('data-text="7"'),
  },
  {
    kind: "pixels",
    path: "predict",
    body: () => JSON.stringify({ pixels: sevenPixels() }),
    headers: { "Content-Type": "application/json" },
    isRight: isJsonSeven,
  },
];

/** A photo of a seven on grainy paper, made when it is needed: it takes a second. */
export function photoRequest(): GoodRequest {
  const photo = makePhoto();
  return {
    kind: "photo",
    path: "predict",
    body: () => formOf(photo),
    headers: {},
    isRight: isJsonSeven,
  };
}

/** A form with one file in the field that the service reads. */
export function formOf(bytes: Uint8Array): FormData {
  const form = new FormData();
  form.append("image", new File([bytes.slice()], "picture"));
  return form;
}

function isJsonSeven(answer: string): boolean {
  return JSON.parse(answer).text === "7";
}

/** The same seven by the rule of MNIST: 20 pixels high, in the middle of 28. */
function sevenPixels(): number[] {
  const [top, bottom] = [SEVEN[0]![1], SEVEN[2]![1]];
  const scale = (bottom - top) / 19;
  return Array.from({ length: 784 }, (_, i) => {
    const x = Math.round(SIDE / 2 + (i % 28 - 14) * scale);
    const y = Math.round(
      (top + bottom) / 2 + (Math.floor(i / 28) - 14) * scale,
    );
    return 1 - (sevenGray[y * SIDE + x] ?? 255) / 255;
  });
}

function makePhoto(): Uint8Array {
  const [width, height] = PHOTO;
  const random = seeded(1);
  const rgba = new Uint8Array(4 * width * height);
  const scale = height / SIDE;
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / scale) * SIDE;
    for (let x = 0; x < width; x++, at += 4) {
      const column = Math.floor((x - (width - height) / 2) / scale);
      const isInside = column >= 0 && column < SIDE;
      const light = isInside ? sevenGray[row + column]! : 255;
      rgba.fill(20 + 0.8 * light + GRAIN * random(), at, at + 3);
      rgba[at + 3] = 255;
    }
  }
  return encodeJpeg({ width, height, scale: 1, rgba }, JPEG_QUALITY);
}
