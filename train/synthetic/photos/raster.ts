/** Red, green and blue, 0..255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** A colour picture in the making. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue, each height x width, row-major, 0..255. */
  readonly planes: readonly [Float32Array, Float32Array, Float32Array];
}

export function createRaster(
  width: number,
  height: number,
  color: Rgb,
): Raster {
  const plane = (value: number) => new Float32Array(width * height).fill(value);
  return {
    width,
    height,
    planes: [plane(color[0]), plane(color[1]), plane(color[2])],
  };
}

/**
 * Covers a raster with a colour.
 *
 * @param coverage height x width, row-major, 0..1.
 */
export function cover(
  { planes }: Raster,
  coverage: Float32Array,
  color: Rgb,
): void {
  planes.forEach((plane, channel) => {
    const value = color[channel]!;
    for (let i = 0; i < plane.length; i++) {
      plane[i]! += coverage[i]! * (value - plane[i]!);
    }
  });
}

/** Cubic from 0 at `from` to 1 at `to`. */
export function smoothStep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
