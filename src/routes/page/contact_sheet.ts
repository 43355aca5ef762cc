import {
  channelPeaks,
  type FeatureMaps,
} from "../../inference/feature_maps.ts";
import type { Drawing } from "./pieces_picture.ts";

type Color = readonly [red: number, green: number, blue: number];

/** Width through height that a sheet comes near to. */
const ASPECT = 3 / 2;
/** Pixels of a sheet's width that are aimed at: the page shows each as two or more. */
const WIDTH = 170;
/** Pixels between two maps, where the frames of the strongest go. */
const GAP = 2;
const FRAME_WIDTH = 1;
const FRAME: Color = [29, 39, 70];
/** Maps that are framed. */
export const FRAMED = 3;

/**
 * From pale paper over blue to dark ink, so that lightness (CIE L*) falls by
 * the same amount everywhere: 95, 33 and 11 at these shares of the largest.
 */
const RAMP: readonly [share: number, color: Color][] = [
  [0, [237, 240, 247]],
  [0.74, [47, 75, 155]],
  [1, [22, 28, 56]],
];
/** Shades of the ramp that are told apart. */
const SHADES = 256;
const SHADE: readonly Color[] = Array.from(
  { length: SHADES },
  (_, i) => colorOf(i / (SHADES - 1)),
);

/** A sheet, with what is to be said of it. */
export interface ContactSheet {
  readonly drawing: Drawing;
  /** Channels with the largest answers, strongest first, counted from 0. */
  readonly strongest: readonly number[];
  /** How many channels answered nothing anywhere. */
  readonly silent: number;
}

/**
 * Draws what each channel of a layer answered, channel after channel in rows.
 * The darkest pixel is the layer's largest value, and the strongest channels
 * are framed.
 */
export function drawContactSheet(features: FeatureMaps): ContactSheet {
  const { height, width, channels } = features.shape;
  const columns = Math.ceil(Math.sqrt(ASPECT * channels));
  const rows = Math.ceil(channels / columns);
  const zoom = Math.max(1, Math.round((WIDTH / columns - GAP) / width));
  const drawing = blank(
    columns * (zoom * width + GAP) + GAP,
    rows * (zoom * height + GAP) + GAP,
  );
  const peaks = channelPeaks(features);
  const strongest = peaks.keys().toArray()
    .filter((channel) => peaks[channel]! > 0)
    .sort((a, b) => peaks[b]! - peaks[a]!).slice(0, FRAMED);
  const largest = Math.max(...peaks) || 1;
  for (let channel = 0; channel < channels; channel++) {
    const place = {
      left: GAP + channel % columns * (zoom * width + GAP),
      top: GAP + Math.floor(channel / columns) * (zoom * height + GAP),
      zoom,
    };
    if (strongest.includes(channel)) frame(drawing, features, place);
    drawMap(drawing, features, channel, largest, place);
  }
  const silent = peaks.filter((peak) => peak === 0).length;
  return { drawing, strongest, silent };
}

/** Where a map goes on its sheet. */
interface Place {
  readonly left: number;
  readonly top: number;
  /** Pixels of the sheet a pixel of the map. */
  readonly zoom: number;
}

function drawMap(
  drawing: Drawing,
  { shape, values }: FeatureMaps,
  channel: number,
  largest: number,
  { left, top, zoom }: Place,
): void {
  const { height, width, channels } = shape;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = values[(y * width + x) * channels + channel]!;
      const share = Math.max(0, value) / largest;
      const color = SHADE[Math.round((SHADES - 1) * share)]!;
      fill(drawing, left + zoom * x, top + zoom * y, zoom, zoom, color);
    }
  }
}

/** The map is drawn over it. */
function frame(
  drawing: Drawing,
  { shape }: FeatureMaps,
  { left, top, zoom }: Place,
): void {
  fill(
    drawing,
    left - FRAME_WIDTH,
    top - FRAME_WIDTH,
    zoom * shape.width + 2 * FRAME_WIDTH,
    zoom * shape.height + 2 * FRAME_WIDTH,
    FRAME,
  );
}

function fill(
  { width: stride, rgba }: Drawing,
  left: number,
  top: number,
  width: number,
  height: number,
  [red, green, blue]: Color,
): void {
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) {
      const at = 4 * (y * stride + x);
      rgba[at] = red;
      rgba[at + 1] = green;
      rgba[at + 2] = blue;
      rgba[at + 3] = 255;
    }
  }
}

/** @param share 0..1, of the largest value. */
function colorOf(share: number): Color {
  const next = RAMP.findIndex(([end], i) => i > 0 && share <= end);
  const [[from, low], [to, high]] = [RAMP[next - 1]!, RAMP[next]!];
  const part = (share - from) / (to - from);
  const mixed = (i: 0 | 1 | 2) =>
    Math.round(low[i] + part * (high[i] - low[i]));
  return [mixed(0), mixed(1), mixed(2)];
}

function blank(width: number, height: number): Drawing {
  return { width, height, rgba: new Uint8Array(4 * width * height) };
}
