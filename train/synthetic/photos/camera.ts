import type { Random } from "../../random.ts";
import { motionBlur, softBlur } from "./blur.ts";
import { grain, smoothField } from "./noise.ts";
import type { Raster } from "./raster.ts";

/** What a camera or scanner does to what it sees. */
export interface Camera {
  /** Radius of the blur of a lens out of focus, pixels. */
  readonly defocus: number;
  /** Pixels the picture moved while the shutter was open. */
  readonly motion: number;
  /** Deviation of the noise of middle grays, levels of 255. */
  readonly noise: number;
  /** Pixels over which noise was smoothed, as phones do. */
  readonly noiseSize: number;
  /** Deviation of blotches of colour, levels of 255. */
  readonly blotches: number;
  /** Brightness, 1 as the sheet is. */
  readonly exposure: number;
  /** Slope of the tone curve at middle gray; 1 leaves it. */
  readonly contrast: number;
  /** Gain of red, green and blue. */
  readonly balance: readonly [number, number, number];
  /** Radius and strength of sharpening. */
  readonly sharpen: number;
}

/** Takes the raster as a camera would, in place. */
export function exposeCamera(
  random: Random,
  raster: Raster,
  camera: Camera,
): void {
  blurPlanes(random, raster, camera);
  const { width, height, planes } = raster;
  const noise = smoothed(random, width, height, camera);
  planes.forEach((plane, channel) => {
    const gain = camera.exposure * camera.balance[channel]!;
    const blotches = camera.blotches > 0
      ? smoothField(random, width, height, 5)
      : null;
    const own = camera.noise > 0 ? grain(random, width, height) : null;
    for (let i = 0; i < plane.length; i++) {
      let level = plane[i]! * gain;
      if (camera.contrast !== 1) level = 128 + (level - 128) * camera.contrast;
      if (own) {
        // Counting photons: noise grows with the root of the light, and weighs
        // more in the dark after the tone curve.
        const here = 1.4 - level / 320;
        level += camera.noise * here * (0.85 * noise[i]! + 0.35 * own[i]!);
      }
      if (blotches) level += 2 * camera.blotches * blotches[i]!;
      plane[i] = level;
    }
    if (camera.sharpen > 0) sharpen(plane, width, height, camera.sharpen);
  });
}

function blurPlanes(
  random: Random,
  raster: Raster,
  { defocus, motion }: Camera,
): void {
  const { width, height } = raster;
  const angle = Math.PI * random.uniform();
  for (const plane of raster.planes) {
    if (defocus > 0) softBlur(plane, width, height, defocus);
    if (motion > 1) {
      plane.set(motionBlur(plane, width, height, motion, angle));
    }
  }
}

function smoothed(
  random: Random,
  width: number,
  height: number,
  { noise, noiseSize }: Camera,
): Float32Array {
  if (noise === 0) return new Float32Array(width * height);
  const plane = grain(random, width, height);
  softBlur(plane, width, height, noiseSize);
  const gain = 1 + 1.5 * noiseSize;
  return plane.map((value) => gain * value);
}

/** Unsharp mask; the halos around strokes that phones make. */
function sharpen(
  plane: Float32Array,
  width: number,
  height: number,
  strength: number,
): void {
  const blurred = plane.slice();
  softBlur(blurred, width, height, 1.5);
  for (let i = 0; i < plane.length; i++) {
    plane[i]! += strength * (plane[i]! - blurred[i]!);
  }
}
