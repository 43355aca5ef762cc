/** The part of `OffscreenCanvasRenderingContext2D` that is used; Deno has no types of it. */
interface Canvas {
  imageSmoothingQuality: "low" | "medium" | "high";
  drawImage(
    image: ImageBitmap,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void;
  getImageData(
    x: number,
    y: number,
    width: number,
    height: number,
  ): { readonly data: Uint8ClampedArray<ArrayBuffer> };
}

/**
 * An empty canvas that is kept in memory and not on a graphics card, as its
 * pixels are read.
 *
 * @throws {TypeError} Where there is none in workers, as before Safari 16.4.
 */
export function createCanvas(width: number, height: number): Canvas {
  const canvas = new OffscreenCanvas(width, height);
  const context: unknown = canvas.getContext("2d", {
    willReadFrequently: true,
  });
  if (isCanvas(context)) return context;
  throw new TypeError("Cannot read pixels: a worker has no canvas here");
}

function isCanvas(context: unknown): context is Canvas {
  return typeof context === "object" && context !== null &&
    "getImageData" in context;
}
