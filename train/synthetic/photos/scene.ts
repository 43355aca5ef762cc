import type { Paper } from "../papers/paper.ts";
import type { Cell } from "../papers/cell.ts";
import type { Lines } from "../papers/lines.ts";
import type { Table } from "../papers/table.ts";
import type { Bitmap } from "./bitmap.ts";
import type { Camera } from "./camera.ts";
import type { Light } from "./light.ts";
import type { Pen } from "./pen.ts";
import type { Pose } from "./place.ts";
import type { Stroke } from "./plate.ts";
import type { Threshold } from "./threshold.ts";

/** Where the digit is in the picture. */
export interface Place {
  /** Pixels of its longer side. */
  readonly size: number;
  /** Its middle, pixels. */
  readonly x: number;
  /** Its middle, pixels. */
  readonly y: number;
}

/** How the file is made of the picture. */
interface Output {
  readonly isInverted: boolean;
  /** Longer side to which the picture is reduced in the end; null leaves it. */
  readonly side: number | null;
  /** Quality 1..100; null for a file without loss. */
  readonly jpeg: number | null;
}

/** Everything that is between a digit and its picture; null is left out. */
export interface Scene extends Output {
  readonly what: "scene";
  readonly width: number;
  readonly height: number;
  readonly digit: Place;
  readonly stroke: Stroke;
  readonly pen: Pen;
  readonly pose: Pose;
  readonly paper: Paper;
  readonly lines: Lines | null;
  readonly cell: Cell | null;
  readonly table: Table | null;
  readonly light: Light | null;
  readonly camera: Camera | null;
  readonly threshold: Threshold | null;
  readonly isGray: boolean;
  readonly transparency: "none" | "ground";
}

/** A digit cut out and reduced, no sheet around it. */
export interface BitmapConditions extends Output {
  readonly what: "bitmap";
  readonly bitmap: Bitmap;
}
