import type { Random } from "../../random.ts";
import { between, happens, pick, spread } from "../chance.ts";
import { drawSide } from "./side.ts";
import type { PhotoKind } from "./kinds.ts";
import type { Scene } from "./scene.ts";
import { drawCell, drawLinesOn, drawSheet, drawTableAround } from "./sheets.ts";
import { drawCamera, drawLight, drawScanner, drawShadow } from "./lights.ts";
import type { Light } from "./light.ts";
import type { Pen } from "./pen.ts";
import type { Threshold } from "./threshold.ts";
import { drawWriting } from "./writing.ts";
import { STOCK, type Stock } from "./stock.ts";

/** What was written on a sheet or board and taken by a camera or scanner. */
export function drawPhoto(
  random: Random,
  kind: PhotoKind,
  stock: Stock = STOCK,
): Scene {
  const { width, height } = drawFormat(random, kind);
  const digit = drawPlace(random, kind, width, height);
  const isScan = kind === "scan" || (kind === "cell" && happens(random, 0.7));
  const isBoard = kind === "board";
  const shorter = Math.min(width, height);
  const hasLines = kind === "ruled" ||
    (!isBoard && kind !== "cell" &&
      happens(random, kind === "thresholded" ? 0.02 : 0.15));
  const light = isScan
    ? null
    : kind === "thresholded"
    ? dim(drawLight(random, false))
    : drawLight(random, isBoard);
  const shadows = kind === "shadow"
    ? [
      drawShadow(random, shorter),
      ...happens(random, 0.25) ? [drawShadow(random, shorter)] : [],
    ]
    : [];
  const threshold = kind === "thresholded"
    ? drawThreshold(random, digit.size)
    : kind === "cell" && happens(random, 0.35)
    ? drawFormThreshold(random)
    : null;
  const drawn = drawWriting(random, kind, digit.size, stock);
  const writing = threshold ? { ...drawn, pen: firm(drawn.pen) } : drawn;
  const paper = drawSheet(random, isBoard, stock);
  return {
    what: "scene",
    width,
    height,
    digit,
    ...writing,
    pose: {
      angle: spread(random, isScan ? 0.03 : 0.08),
      tilt: isScan ? [0, 0] : [spread(random, 0.12), spread(random, 0.12)],
      bend: isScan || happens(random, 0.5)
        ? 0
        : 0.015 * shorter * random.uniform(),
    },
    paper: threshold ? { ...paper, ghost: 0 } : paper,
    lines: hasLines ? drawLinesOn(random, digit.size, stock) : null,
    cell: kind === "cell" ? drawCell(random, digit.size, stock) : null,
    table:
      !isScan && !isBoard && happens(random, kind === "photo" ? 0.18 : 0.03)
        ? drawTableAround(random, width, height, digit, stock)
        : null,
    light: light && { ...light, shadows },
    camera: isScan ? drawScanner(random) : drawCamera(random, digit.size),
    threshold,
    isGray: happens(random, isScan ? 0.6 : 0.25),
    transparency: "none",
    isInverted: happens(random, kind === "thresholded" ? 0.35 : 0.04),
    side: drawSide(
      random,
      0.08,
      Math.max(width, height),
      digit.size,
      writing.stroke.thickness,
    ),
    jpeg: kind !== "thresholded" && happens(random, 0.8)
      ? Math.round(between(random, 40, 95))
      : null,
  };
}

/** Fainter ink would be lost and not just broken. */
const MOST_FLOW = 0.25;
const FIRM_OPACITY = 0.75;

function firm(pen: Pen): Pen {
  return {
    ...pen,
    opacity: Math.max(FIRM_OPACITY, pen.opacity),
    flow: Math.min(MOST_FLOW, pen.flow),
  };
}

function drawFormThreshold(random: Random): Threshold {
  return {
    method: "global",
    level: between(random, 0.5, 0.7),
    radius: 0,
    pepper: 0,
  };
}

/** Of a photo lit worse than this, no one would keep the thresholded version. */
const THRESHOLDED_LIGHT = 0.35;

function dim(light: Light): Light {
  return {
    ...light,
    gradient: THRESHOLDED_LIGHT * light.gradient,
    vignette: THRESHOLDED_LIGHT * light.vignette,
    patches: THRESHOLDED_LIGHT * light.patches,
    glare: 0,
  };
}

function drawFormat(random: Random, kind: PhotoKind) {
  const isLarge = happens(random, 0.08);
  const width = Math.round(
    kind === "cell"
      ? between(random, 60, 180)
      : isLarge
      ? between(random, 400, 900)
      : between(random, 100, 400),
  );
  const aspect = kind === "cell"
    ? between(random, 0.8, 1.4)
    : happens(random, 0.4)
    ? 1
    : pick(random, [3 / 4, 4 / 3, 1.2, 0.85]);
  return { width, height: Math.round(width * aspect) };
}

/** Off-centre, tight, or small on a large page, but whole. */
function drawPlace(
  random: Random,
  kind: PhotoKind,
  width: number,
  height: number,
) {
  const shorter = Math.min(width, height);
  const share = kind === "cell"
    ? between(random, 0.5, 0.75)
    : happens(random, 0.2)
    ? between(random, 0.78, 0.92)
    : happens(random, 0.75)
    ? between(random, 0.35, 0.78)
    : between(random, 0.15, 0.35);
  // Fewer pixels than this no person can read through noise and blur.
  const size = Math.min(0.9 * shorter, Math.max(26, share * shorter));
  const room = (side: number) => Math.max(0, side - 1.15 * size) / 2;
  const where = (side: number) =>
    side / 2 + room(side) * Math.max(-1, Math.min(1, spread(random, 0.5)));
  return {
    size,
    x: kind === "cell"
      ? width / 2 + spread(random, 0.04 * width)
      : where(width),
    y: kind === "cell"
      ? height / 2 + spread(random, 0.04 * height)
      : where(height),
  };
}

function drawThreshold(random: Random, size: number): Threshold {
  const pepper = happens(random, 0.3) ? between(random, 0, 0.004) : 0;
  return happens(random, 0.5)
    ? {
      method: "global",
      level: between(random, 0.35, 0.68),
      radius: 0,
      pepper,
    }
    : {
      method: "adaptive",
      level: between(random, 9, 20),
      radius: size * between(random, 0.12, 0.4),
      pepper,
    };
}
