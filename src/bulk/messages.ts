import type { Model } from "../inference/model.ts";
import type { SimdProgram } from "../inference/simd/engine.ts";
import type { PictureName } from "./picture_name.ts";

/** What a worker is told first; it answers null when it is ready. */
export interface Start {
  readonly model: Model;
  /** As `chooseEngine` gave it. */
  readonly program: SimdProgram | null;
}

/** Pictures to read. */
export type Question = FileQuestion | ImagesQuestion;

export interface FileQuestion {
  readonly kind: "file";
  readonly file: string;
  /** Of a PNG, JPEG, GIF or WebP; not trusted. */
  readonly bytes: Uint8Array;
}

export interface ImagesQuestion {
  /** Whether they are the network's own input, or pictures as any other. */
  readonly kind: "normalized" | "pictures";
  readonly file: string;
  /** Their places in the file. */
  readonly indexes: readonly number[];
  readonly width: number;
  readonly height: number;
  /** indexes x height x width, 0 = paper, 255 = full ink. */
  readonly pixels: Uint8Array;
}

/** What a worker made of a question. */
export interface Answer {
  /** One line of JSON a picture, each ended by a line feed, in UTF-8. */
  readonly lines: Uint8Array;
  readonly pictures: number;
  /** Those of them that could not be read. */
  readonly problems: number;
}

/** The pictures of a question, in its order. */
export function namesOf(question: Question): PictureName[] {
  const { file } = question;
  return question.kind === "file"
    ? [{ file }]
    : question.indexes.map((index) => ({ file, index }));
}
