import {
  PictureError,
  type PictureErrorKind,
} from "../imaging/decode/errors.ts";
import type { Model } from "../inference/model.ts";
import type { SimdProgram } from "../inference/simd/engine.ts";
import type { PictureReader, PictureReading } from "../picture_reader.ts";
import { WorkerError } from "./errors.ts";

/** What a worker is told first; it answers null when it is ready. */
export interface Start {
  readonly model: Model;
  /** As `chooseEngine` gave it. */
  readonly program: SimdProgram | null;
  /** Whether a codec's memory is given back after every picture, which takes some milliseconds. */
  readonly isThrifty: boolean;
}

/** A picture file to read. */
export interface Question {
  readonly bytes: Uint8Array;
  /** What is wanted of it. */
  readonly wanted: keyof PictureReader;
}

/** The reading, or why there is none: a typed error loses its type on the way. */
export type Answer<Read extends PictureReading> =
  | { readonly reading: Read }
  | { readonly refusal: Refusal }
  | { readonly failure: string };

interface Refusal {
  readonly kind: PictureErrorKind;
  readonly message: string;
  readonly format: string | null;
}

/** A worker's answer where there is no reading. */
export function answerOf(error: unknown): Answer<never> {
  if (error instanceof PictureError) {
    const { kind, message, format } = error;
    return { refusal: { kind, message, format } };
  }
  const failure = error instanceof Error ? error.stack : null;
  return { failure: failure ?? String(error) };
}

/**
 * @throws {PictureError} As the worker did.
 * @throws {WorkerError} For what nobody foresaw, with the worker's stack.
 */
export function readingOf<Read extends PictureReading>(
  answer: Answer<Read>,
): Read {
  if ("reading" in answer) return answer.reading;
  if ("failure" in answer) throw new WorkerError(answer.failure);
  const { kind, message, format } = answer.refusal;
  throw new PictureError(kind, message, { format });
}
