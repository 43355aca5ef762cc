import type { Picture } from "./imaging/picture.ts";
import { withLentPlanes } from "./imaging/planes.ts";
import type { Reading, Recognizer, TextReading } from "./recognize.ts";
import { stagePictures } from "./routes/page/stages.ts";
import type { Stages } from "./views/reading/stages.tsx";

/** What a picture file says. */
export interface PictureReading {
  readonly reading: TextReading;
  /** Milliseconds that decoding the file took. */
  readonly decode: number;
}

/** The same with what every stage saw, as pictures. */
export interface ShownReading extends PictureReading {
  readonly stages: Stages;
  /** Milliseconds that drawing them took. */
  readonly drawing: number;
}

/**
 * Reads untrusted picture files. `bytes` may be handed over to a worker: they
 * are empty afterwards.
 */
export interface PictureReader {
  /** @throws {PictureError} When it is no picture that can be read. */
  read(bytes: Uint8Array): Promise<PictureReading>;
  /** Reads and draws the stages, which takes about as long again. */
  show(bytes: Uint8Array): Promise<ShownReading>;
}

/**
 * Decodes and reads right where it is called.
 *
 * @param decode What it gives at once need be good for no longer than until it is called again.
 */
export function createPictureReader(
  decode: (bytes: Uint8Array) => Picture | Promise<Picture>,
  recognizer: Pick<Recognizer, "read">,
): PictureReader {
  /** Between decoding and using the picture nothing else comes; its planes are not kept. */
  async function withPicture<Used>(
    bytes: Uint8Array,
    use: (picture: Picture, decode: number) => Used,
  ): Promise<Used> {
    const start = performance.now();
    const given = decode(bytes);
    const picture = given instanceof Promise ? await given : given;
    const taken = performance.now() - start;
    return withLentPlanes(() => use(picture, taken));
  }
  return {
    read: (bytes) =>
      withPicture(bytes, (picture, decode) => ({
        reading: textReadingOf(recognizer.read(picture)),
        decode,
      })),
    show: (bytes) =>
      withPicture(bytes, (picture, decode) => {
        const reading = recognizer.read(picture);
        const start = performance.now();
        const stages = stagePictures(picture, reading);
        const drawing = performance.now() - start;
        return { reading: textReadingOf(reading), decode, stages, drawing };
      }),
  };
}

/** A reading without what the stages saw, which is not worth sending from a worker. */
function textReadingOf(
  { text, lines, digits, leftOut, blank, isCrowded, timing }: Reading,
): TextReading {
  return {
    text,
    lines,
    digits: digits.map(({ glyph: _glyph, thickened: _thickened, ...digit }) =>
      digit
    ),
    leftOut,
    blank,
    isCrowded,
    timing,
  };
}
