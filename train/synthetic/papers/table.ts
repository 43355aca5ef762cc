import type { Random } from "../../random.ts";
import { smoothField } from "../photos/noise.ts";
import { cover, type Raster, type Rgb, smoothStep } from "../photos/raster.ts";
import type { SheetMap } from "../photos/place.ts";

/** What lies beside the sheet. */
export interface Table {
  readonly color: Rgb;
  /** Brightness of its streaks, 0..1. */
  readonly streaks: number;
  /** Ends of the sheet in its pixels from the digit's middle. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Width of the sheet's shadow on the table, pixels. */
  readonly shadow: number;
}

/** Covers what is beyond the sheet with the table it lies on. */
export function drawTable(
  random: Random,
  raster: Raster,
  { u, v }: SheetMap,
  table: Table,
): void {
  const { width, height } = raster;
  const beyond = new Float32Array(width * height);
  for (let i = 0; i < beyond.length; i++) {
    beyond[i] = Math.max(
      table.left - u[i]!,
      u[i]! - table.right,
      table.top - v[i]!,
      v[i]! - table.bottom,
    );
  }
  const covered = beyond.map((away) => Math.min(1, Math.max(0, away + 0.5)));
  cover(raster, covered, table.color);
  const streaks = smoothField(random, width, height, 9);
  for (const plane of raster.planes) {
    for (let i = 0; i < plane.length; i++) {
      if (covered[i]! === 0) continue;
      const lit = smoothStep(-table.shadow / 3, table.shadow, beyond[i]!);
      const wood = 1 + table.streaks * streaks[i]!;
      plane[i]! *= 1 - covered[i]! * (1 - wood * (0.45 + 0.55 * lit));
    }
  }
}
