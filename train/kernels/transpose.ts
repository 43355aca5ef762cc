import type * as tf from "../tfjs.ts";
import type { BackendWasm } from "../tfjs.ts";
import { floats, output } from "./heap.ts";

/** Rows and columns taken at once, so that both sides stay in the first-level cache. */
const TILE = 16;

/** [rows, columns] -> [columns, rows], under `shape`. */
export function transpose(
  backend: BackendWasm,
  tensor: tf.TensorInfo,
  rows: number,
  columns: number,
  shape: number[],
): tf.TensorInfo {
  const result = output(backend, shape);
  const source = floats(backend, tensor);
  const target = floats(backend, result);
  for (let top = 0; top < rows; top += TILE) {
    const bottom = Math.min(rows, top + TILE);
    for (let column = 0; column < columns; column++) {
      for (let row = top; row < bottom; row++) {
        target[column * rows + row] = source[row * columns + column]!;
      }
    }
  }
  return result;
}

/** [batch, pixels, channels] -> [channels, pixels, batch], under `shape`. */
export function swapBatchAndChannels(
  backend: BackendWasm,
  tensor: tf.TensorInfo,
  [batch, pixels, channels]: [number, number, number],
  shape: number[],
): tf.TensorInfo {
  const result = output(backend, shape);
  const source = floats(backend, tensor);
  const target = floats(backend, result);
  const image = pixels * channels;
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let first = 0; first < batch; first += TILE) {
      const last = Math.min(batch, first + TILE);
      for (let channel = 0; channel < channels; channel++) {
        const to = (channel * pixels + pixel) * batch;
        let from = first * image + pixel * channels + channel;
        for (let n = first; n < last; n++, from += image) {
          target[to + n] = source[from]!;
        }
      }
    }
  }
  return result;
}

/** [batch, pixels, channels] -> [pixels, batch, channels], under `shape`. */
export function swapBatchAndPixels(
  backend: BackendWasm,
  tensor: tf.TensorInfo,
  [batch, pixels, channels]: [number, number, number],
  shape: number[],
): tf.TensorInfo {
  const result = output(backend, shape);
  const source = floats(backend, tensor);
  const target = floats(backend, result);
  for (let n = 0; n < batch; n++) {
    for (let pixel = 0; pixel < pixels; pixel++) {
      const from = (n * pixels + pixel) * channels;
      target.set(
        source.subarray(from, from + channels),
        (pixel * batch + n) * channels,
      );
    }
  }
  return result;
}
