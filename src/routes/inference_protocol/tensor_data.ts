import { kindOf } from "../../api/kind.ts";
import { isPixel } from "../../api/pixels.ts";
import { RequestError } from "../problems/request_error.ts";

/** Numbers in a tensor. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/**
 * The numbers of a tensor that came as JSON, row-major: as one list, or nested
 * as its shape is.
 *
 * @param at Its place in the request, as `inputs[0].data`.
 * @throws {RequestError} `malformed`, naming the place of what is not a number
 * in 0..1, or of a list that is too short or too long.
 */
export function readTensorData(
  data: readonly unknown[],
  shape: readonly number[],
  at: string,
): Float32Array {
  const size = sizeOf(shape);
  const numbers = new Float32Array(size);
  let filled = 0;

  function fill(list: unknown, lengths: readonly number[], at: string): void {
    const [length = 0, ...inner] = lengths;
    if (!Array.isArray(list)) {
      throw unexpected(at, `a list of ${length}`, kindOf(list));
    }
    if (list.length !== length) {
      throw unexpected(at, `${length} values`, String(list.length));
    }
    for (let i = 0; i < length; i++) {
      const value: unknown = list[i];
      if (inner.length > 0) fill(value, inner, `${at}[${i}]`);
      else if (isPixel(value)) numbers[filled++] = value;
      else {
        const found = typeof value === "number" ? `${value}` : kindOf(value);
        throw unexpected(`${at}[${i}]`, "a number in 0..1", found);
      }
    }
  }

  fill(data, Array.isArray(data[0]) ? shape : [size], at);
  return numbers;
}

function unexpected(at: string, expected: string, found: string): RequestError {
  return new RequestError(
    "malformed",
    `${at}: expected ${expected}, found ${found}.`,
  );
}
