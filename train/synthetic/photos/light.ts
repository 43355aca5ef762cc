import type { Random } from "../../random.ts";
import { between, happens } from "../chance.ts";
import { softBlur } from "./blur.ts";
import { smoothField } from "./noise.ts";
import { type Raster, smoothStep } from "./raster.ts";

/** How the sheet is lit. */
export interface Light {
  /** Fall of brightness across the picture, 0..1. */
  readonly gradient: number;
  /** Loss of brightness in the corners, 0..1. */
  readonly vignette: number;
  /** Uneven patches, 0..1. */
  readonly patches: number;
  readonly shadows: readonly Shadow[];
  /** Strength of a reflection, 0..1. */
  readonly glare: number;
  /** Strength of the shading of a crumpled sheet, 0..1. */
  readonly crumpling: number;
}

/** What a hand, a phone or a blind throws. */
export interface Shadow {
  readonly shape: "hand" | "phone" | "edge";
  /** Part of the picture in it, 0..1. */
  readonly cover: number;
  /** Light it takes away, 0..1. */
  readonly depth: number;
  /** Pixels from full light to full shadow; it grows along the picture. */
  readonly softness: number;
}

/** Multiplies a raster by its light and adds reflections. */
export function applyLight(random: Random, raster: Raster, light: Light): void {
  const { width, height, planes } = raster;
  const shade = shading(random, width, height, light);
  for (const shadow of light.shadows) {
    castShadow(random, shade, width, height, shadow);
  }
  // The sky lights what the lamp does not: shadows are a little blue.
  const tint = light.shadows.length > 0 ? [1.03, 1, 0.95] : [1, 1, 1];
  planes.forEach((plane, channel) => {
    const power = tint[channel]!;
    for (let i = 0; i < plane.length; i++) {
      plane[i]! *= power === 1 ? shade[i]! : shade[i]! ** power;
    }
  });
  if (light.glare > 0) addGlare(random, raster, light.glare);
}

function shading(
  random: Random,
  width: number,
  height: number,
  { gradient, vignette, patches, crumpling }: Light,
): Float32Array {
  const angle = between(random, 0, 2 * Math.PI);
  const longer = Math.max(width, height);
  const slopeX = gradient * Math.cos(angle) / longer;
  const slopeY = gradient * Math.sin(angle) / longer;
  const shade = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    const dy = y - height / 2;
    for (let x = 0; x < width; x++, i++) {
      const dx = x - width / 2;
      const away = 4 * (dx * dx + dy * dy) / (width * width + height * height);
      shade[i] = (1 + slopeX * dx + slopeY * dy - gradient / 2) *
        (1 - vignette * away);
    }
  }
  if (patches > 0) {
    const field = smoothField(random, width, height, 0.4 * longer);
    for (let i = 0; i < shade.length; i++) shade[i]! *= 1 + patches * field[i]!;
  }
  if (crumpling > 0) crumple(random, shade, width, height, crumpling);
  return shade;
}

/** Pixels of a side at which facets are computed; they are then enlarged. */
const FACET_STEP = 3;

/** Paper bends, it does not break: over this part of the longer side. */
const CREASE_ROUNDING = 0.025;

/** Change of brightness of a facet that leans as far as most do. */
const CRUMPLE_DEPTH = 0.12;

/**
 * A crumpled sheet is facets that meet in creases. Each facet leans its own way
 * to the light, and creases show as a light and a dark line.
 */
function crumple(
  random: Random,
  shade: Float32Array,
  width: number,
  height: number,
  strength: number,
): void {
  const facets = Array.from(
    { length: Math.round(between(random, 5, 22)) },
    () => ({
      x: random.uniform() * width,
      y: random.uniform() * height,
      level: 0.5 * random.normal(),
      slopeX: random.normal() / width,
      slopeY: random.normal() / height,
    }),
  );
  const longer = Math.max(width, height);
  const leaning = new Float32Array(width * height);
  const bendX = smoothField(random, width, height, longer / 8);
  const bendY = smoothField(random, width, height, longer / 8);
  const crease = Math.max(1.5, longer / 120);
  for (let y = 0; y < height; y += FACET_STEP) {
    for (let x = 0; x < width; x += FACET_STEP) {
      const at = y * width + x;
      const px = x + bendX[at]! * longer / 20;
      const py = y + bendY[at]! * longer / 20;
      let [nearest, next, best] = [Infinity, Infinity, facets[0]!];
      for (const facet of facets) {
        const away = Math.hypot(px - facet.x, py - facet.y);
        if (away < nearest) [next, nearest, best] = [nearest, away, facet];
        else if (away < next) next = away;
      }
      const lean = best.level + best.slopeX * (px - best.x) * 2 +
        best.slopeY * (py - best.y) * 2;
      const ridge = Math.max(0, 1 - (next - nearest) / crease);
      const slope = lean + ridge * Math.sign(lean);
      fill(leaning, width, height, x, y, slope);
    }
  }
  softBlur(leaning, width, height, longer * CREASE_ROUNDING);
  for (let i = 0; i < shade.length; i++) {
    shade[i]! *= 1 + CRUMPLE_DEPTH * strength * leaning[i]!;
  }
}

function fill(
  plane: Float32Array,
  width: number,
  height: number,
  x: number,
  y: number,
  value: number,
): void {
  for (let v = y; v < Math.min(height, y + FACET_STEP); v++) {
    for (let u = x; u < Math.min(width, x + FACET_STEP); u++) {
      plane[v * width + u] = value;
    }
  }
}

/** Pixels between the samples by which a shadow's place is chosen. */
const COVER_STEP = 7;

function castShadow(
  random: Random,
  shade: Float32Array,
  width: number,
  height: number,
  shadow: Shadow,
): void {
  const outside = distanceOutside(random, width, height, shadow.shape);
  // Its distances are moved so that the wanted part of the picture is inside.
  const samples = outside.filter((_, i) => i % COVER_STEP === 0).sort();
  const offset = samples[Math.floor(shadow.cover * (samples.length - 1))]!;
  for (let y = 0, i = 0; y < height; y++) {
    const soft = shadow.softness * (0.5 + y / height);
    for (let x = 0; x < width; x++, i++) {
      const lit = smoothStep(-soft / 2, soft / 2, outside[i]! - offset);
      shade[i]! *= 1 - shadow.depth * (1 - lit);
    }
  }
}

/** Pixels outside a shape (negative inside), height x width. */
function distanceOutside(
  random: Random,
  width: number,
  height: number,
  shape: Shadow["shape"],
): Float32Array {
  const longer = Math.max(width, height);
  const angle = between(random, 0, 2 * Math.PI);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const waves = smoothField(
    random,
    width,
    height,
    longer * (shape === "hand" ? 0.15 : 0.5),
  );
  const waviness = shape === "hand" ? 0.03 : shape === "edge" ? 0.05 : 0.01;
  const fingers = drawFingers(random);
  const distance = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const dx = (x - width / 2) / longer;
      const dy = (y - height / 2) / longer;
      const u = cos * dx + sin * dy;
      const v = cos * dy - sin * dx;
      const away = shape === "phone"
        ? outsideBox(u - 0.3, v - 0.2, 0.28, 0.55, 0.06)
        : shape === "hand"
        ? outsideHand(u, v, fingers)
        : u;
      distance[i] = longer * (away + waviness * waves[i]!);
    }
  }
  return distance;
}

interface Finger {
  readonly v: number;
  readonly tip: number;
  readonly slope: number;
  readonly radius: number;
}

function drawFingers(random: Random): Finger[] {
  const count = happens(random, 0.4) ? 1 : Math.round(between(random, 2, 4));
  return Array.from({ length: count }, (_, i) => ({
    v: (i - (count - 1) / 2) * between(random, 0.13, 0.2),
    tip: between(random, -0.35, 0),
    slope: 0.2 * random.signed(),
    radius: between(random, 0.06, 0.1),
  }));
}

/** A forearm or palm that fills one side, and fingers that stick out of it. */
function outsideHand(
  u: number,
  v: number,
  fingers: readonly Finger[],
): number {
  const palm = outsideBox(u - 0.6, v, 0.45, 0.3, 0.2);
  return fingers.reduce((nearest, { v: middle, tip, slope, radius }) => {
    const along = Math.min(0.6, Math.max(tip, u));
    const across = v - middle - slope * (along - 0.2);
    return Math.min(nearest, Math.hypot(u - along, across) - radius);
  }, palm);
}

/** Distance outside a box with round corners. */
function outsideBox(
  u: number,
  v: number,
  halfWidth: number,
  halfHeight: number,
  radius: number,
): number {
  const x = Math.abs(u) - halfWidth + radius;
  const y = Math.abs(v) - halfHeight + radius;
  return Math.hypot(Math.max(0, x), Math.max(0, y)) +
    Math.min(0, Math.max(x, y)) - radius;
}

/** A bright spot with a soft edge that swallows what lies below. */
function addGlare(
  random: Random,
  { width, height, planes }: Raster,
  strength: number,
): void {
  const longer = Math.max(width, height);
  const x0 = random.uniform() * width;
  const y0 = random.uniform() * height;
  const wide = between(random, 0.1, 0.35) * longer;
  const high = between(random, 0.1, 0.35) * longer;
  for (const plane of planes) {
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) {
        const away = Math.hypot((x - x0) / wide, (y - y0) / high);
        if (away >= 2) continue;
        plane[i]! += strength * 255 * (1 - smoothStep(0, 2, away));
      }
    }
  }
}
