import { TILE_SIDES } from "./cook_toom.ts";
import { FLOAT_BYTES, LANES, lanesFor } from "./memory.ts";

/** A 3x3 convolution with the tiles that cover its output. */
export interface WinogradPlan {
  readonly m: number;
  readonly tileRows: number;
  readonly tileColumns: number;
}

/** Bytes of U that a core moves from its outer caches in the time of one vector multiply-add. */
const CACHE_BYTES_PER_MADD = 8;

/** The tile side that takes the least time, by an estimate in vector multiply-adds. */
export function chooseTile(
  outHeight: number,
  outWidth: number,
  channels: number,
  filters: number,
): WinogradPlan {
  const plans = TILE_SIDES.map((m) => {
    const n = m + 2;
    const tileRows = Math.ceil(outHeight / m);
    const tileColumns = Math.ceil(outWidth / m);
    const tiles = tileRows * tileColumns;
    const [c, k] = [lanesFor(channels), lanesFor(filters)];
    const product = n * n * tiles * c * k / LANES;
    const kernel = n * n * c * k * FLOAT_BYTES / CACHE_BYTES_PER_MADD;
    const input = tiles * c / LANES * 2 * n * n * (n - 1);
    const output = tiles * k / LANES * (n + m) * m * n;
    const cost = Math.max(product, kernel) + input + output;
    return { m, tileRows, tileColumns, cost };
  });
  return plans.reduce((best, plan) => plan.cost < best.cost ? plan : best);
}

/** Bytes of V and of M. */
export function winogradScratch(
  { m, tileRows, tileColumns }: WinogradPlan,
  channels: number,
  filters: number,
): { readonly v: number; readonly m: number } {
  const vectors = (m + 2) ** 2 * tileRows * tileColumns * FLOAT_BYTES;
  return { v: vectors * lanesFor(channels), m: vectors * lanesFor(filters) };
}

/** Where V and M lie; shared by all layers. */
export interface Scratch {
  readonly v: number;
  readonly m: number;
}

/** The sizes that all parts of one convolution share. */
export interface Sizes extends WinogradPlan {
  readonly n: number;
  readonly tiles: number;
  /** Whole vectors. */
  readonly channels: number;
  readonly filters: number;
}
