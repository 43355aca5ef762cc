import type { Shape } from "../network.ts";

/**
 * An activation with room around it: rows of a padded convolution input lie further apart than its
 * width. Kernels write straight into the padded input of the next layer, so nothing is copied and
 * the zeros around it, written once, stay.
 */
export interface View {
  readonly data: Float32Array;
  /** Index of the first value of the first pixel. */
  readonly offset: number;
  /** Values from one row to the next. */
  readonly rowStride: number;
}

/** Copies an activation, height x width x channels, into its place. */
export function copyRows(out: View, source: Float32Array, shape: Shape): void {
  const row = shape.width * shape.channels;
  for (let y = 0; y < shape.height; y++) {
    const to = out.offset + y * out.rowStride;
    const from = y * row;
    for (let i = 0; i < row; i++) out.data[to + i] = source[from + i]!;
  }
}
