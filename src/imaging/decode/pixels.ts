/** Decoded pixels at the size and in the position the file has them. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** height x width x 4, row-major, 0..255, alpha not premultiplied. */
  readonly rgba: Uint8Array;
}
