/** A decoded picture, upright: what every decoder hands on and the ink stage reads. */
export interface Picture {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** height x width x 4, row-major, 0..255, alpha not premultiplied; starts on a whole word of its buffer. */
  readonly rgba: Uint8Array;
  /** Pixels of the file per pixel of this picture: above 1 when decoding reduced a large photo. */
  readonly scale: number;
}

/** A rectangle in pixels, top left corner first. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One 32-bit word a pixel, red in its lowest byte. */
export function wordsOf(rgba: Uint8Array): Int32Array {
  return new Int32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);
}
