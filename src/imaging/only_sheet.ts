import { findComponents } from "./components.ts";
import { cornersOf, isRectangular } from "./corners.ts";
import { grayPlanes } from "./gray.ts";
import { close, erode, type Plane } from "./morphology.ts";
import { type Picture, wordsOf } from "./picture.ts";
import { reduce } from "./reduce.ts";

/** Cells of the longer side of the grid on which a sheet is looked for. */
const GRID_SIDE = 128;

/** Cells across which what is darker than its surroundings is writing. */
const WRITING = 3;

/** Cells from its edge that are left with what lies around it. */
const INSET = 2;

/** Part of a picture that a sheet covers. */
const LEAST = 0.03;
const MOST = 0.9;

/** Levels of gray between a sheet and what it lies on. */
const CONTRAST = 24;

/**
 * A picture of a sheet that lies on something darker, without that: each pixel beside the
 * sheet shows what is nearest to it on the sheet. null where there is no such sheet.
 */
export function onlySheet(picture: Picture): Picture | null {
  const { width, height } = picture;
  const block = Math.ceil(Math.max(width, height) / GRID_SIDE);
  const [data] = grayPlanes(picture);
  const plane = reduce({ width, height, data: data! }, block);
  const sheet = findSheet(close(plane, WRITING));
  return sheet && filled(picture, sheet, block);
}

/** 1 for each cell well within the sheet; null where there is none. */
function findSheet(plane: Plane): Plane | null {
  const { width, height, data } = plane;
  const level = between(data);
  if (level === null) return null;
  const light = Float32Array.from(data, (value) => value > level ? 1 : 0);
  const pieces = findComponents({ width, height, data: light }, 1);
  const [largest] = pieces.list.keys().toArray()
    .sort((a, b) => pieces.list[b]!.mass - pieces.list[a]!.mass);
  if (largest === undefined) return null;
  const { box, mass } = pieces.list[largest]!;
  const share = mass / data.length;
  if (share < LEAST || share > MOST) return null;
  const labels = pieces.labels();
  const drawn = { labels, width, label: largest + 1, box };
  if (!isRectangular(cornersOf(drawn))) return null;
  const mask = Uint8Array.from(
    labels,
    (label) => label === largest + 1 ? 1 : 0,
  );
  return erode({ width, height, data: mask }, INSET);
}

/**
 * The level that parts two kinds of paper best (Otsu, A threshold selection method from
 * gray-level histograms, 1979); null where they differ little.
 */
function between(data: Uint8Array): number | null {
  const counts = new Float64Array(256);
  for (const value of data) counts[value]!++;
  const all = data.reduce((sum, value) => sum + value, 0);
  let [best, most, apart] = [0, -1, 0];
  for (let level = 0, n = 0, sum = 0; level < 255; level++) {
    n += counts[level]!;
    sum += level * counts[level]!;
    if (n === 0 || n === data.length) continue;
    const difference = (all - sum) / (data.length - n) - sum / n;
    const variance = n * (data.length - n) * difference ** 2;
    if (variance > most) [best, most, apart] = [level, variance, difference];
  }
  return apart >= CONTRAST ? best : null;
}

/** The picture with each pixel beside the sheet as the nearest in its row, or in the nearest row. */
function filled(
  picture: Picture,
  sheet: Plane,
  block: number,
): Picture | null {
  const { width, height } = picture;
  const rows = rowsOf(sheet, block, width, height);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return null;
  const from = wordsOf(picture.rgba);
  const to = new Int32Array(width * height);
  for (let y = 0; y < height; y++) {
    const on = Math.max(first.top, Math.min(last.bottom, y));
    const row = rows.find(({ bottom }) => bottom >= on)!;
    const start = width * Math.max(row.top, on);
    for (let x = 0; x < width; x++) {
      const at = Math.max(row.left, Math.min(row.right, x));
      to[y * width + x] = from[start + at]!;
    }
  }
  return { ...picture, rgba: new Uint8Array(to.buffer) };
}

/** A row of cells of the sheet, in pixels of the picture, the last ones included. */
interface Row {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

function rowsOf(
  sheet: Plane,
  block: number,
  width: number,
  height: number,
): Row[] {
  return Array.from({ length: sheet.height }, (_, y): Row[] => {
    const cells = sheet.data.subarray(y * sheet.width, (y + 1) * sheet.width);
    const first = cells.indexOf(1);
    if (first < 0) return [];
    return [{
      top: y * block,
      bottom: Math.min(height, (y + 1) * block) - 1,
      left: first * block,
      right: Math.min(width, (cells.lastIndexOf(1) + 1) * block) - 1,
    }];
  }).flat();
}
