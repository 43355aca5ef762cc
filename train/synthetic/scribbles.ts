import type { Random } from "../random.ts";
import { between, happens, pick, wholeBetween } from "./chance.ts";
import type { ControlPoint, Shape, Stroke } from "./shape.ts";

/**
 * Shapes that mean nothing. Each has more turns, lines or crossings than any
 * digit, so that none is one by chance.
 */
type Scribble = (random: Random) => Shape;

export const SCRIBBLES: Readonly<Record<string, Scribble>> = {
  tangle: (random) => [
    wander(random, wholeBetween(random, 9, 24), false),
  ],
  "angular tangle": (random) => [
    wander(random, wholeBetween(random, 8, 16), true),
  ],
  spiral,
  zigzag,
  hatching,
  "crossed hatching": (random) => [
    ...hatching(random),
    ...hatching(random),
  ],
  coil,
  dots,
  sticks,
  blob,
  wave,
};

export function scribble(random: Random): Shape {
  return pick(random, Object.values(SCRIBBLES))(random);
}

function point(x: number, y: number, isCorner = false): ControlPoint {
  return { x, y, isCorner };
}

function series(
  count: number,
  pointOf: (i: number) => ControlPoint,
): ControlPoint[] {
  return Array.from({ length: count }, (_, i) => pointOf(i));
}

function wander(random: Random, count: number, isAngular: boolean): Stroke {
  const width = between(random, 0.6, 1.4);
  return series(
    count,
    () => point(width * random.uniform(), random.uniform(), isAngular),
  );
}

function spiral(random: Random): Shape {
  const turns = between(random, 2.2, 4.5);
  const direction = happens(random, 0.5) ? 1 : -1;
  const start = between(random, 0, 2 * Math.PI);
  const count = Math.ceil(turns * 8);
  return [series(count + 1, (i) => {
    const angle = start + direction * 2 * Math.PI * turns * i / count;
    const radius = 0.5 * (0.05 + 0.95 * i / count);
    return point(
      0.5 + radius * Math.cos(angle),
      0.5 + radius * Math.sin(angle),
    );
  })];
}

/** At least five strokes up and down or to and fro. */
function zigzag(random: Random): Shape {
  const count = wholeBetween(random, 6, 12);
  const length = between(random, 0.8, 1.6);
  const isAngular = happens(random, 0.6);
  const along = happens(random, 0.5);
  return [series(count, (i) => {
    const far = length * i / (count - 1);
    const side = (i % 2) * between(random, 0.5, 1);
    return along ? point(far, side, isAngular) : point(side, far, isAngular);
  })];
}

function hatching(random: Random): Shape {
  const count = wholeBetween(random, 3, 8);
  const angle = between(random, 0, Math.PI);
  return Array.from({ length: count }, (_, i) => {
    const offset = i / (count - 1) - 0.5;
    const reach = between(random, 0.35, 0.6);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return [-reach, reach].map((along) =>
      point(0.5 + along * cos - offset * sin, 0.5 + along * sin + offset * cos)
    );
  });
}

/** Loops in a row, as when a pen is tried. */
function coil(random: Random): Shape {
  const loops = wholeBetween(random, 3, 6);
  const advance = between(random, 0.25, 0.5);
  return [series(loops * 8, (i) => {
    const angle = 2 * Math.PI * i / 8;
    return point(
      advance * i / 8 + 0.3 * Math.cos(angle),
      0.5 + 0.5 * Math.sin(angle),
    );
  })];
}

function dots(random: Random): Shape {
  return Array.from({ length: wholeBetween(random, 3, 9) }, () => {
    const [x, y] = [random.uniform(), random.uniform()];
    return [point(x, y), point(x + 0.02, y + 0.02)];
  });
}

/** Straight lines across each other. */
function sticks(random: Random): Shape {
  return Array.from({ length: wholeBetween(random, 4, 7) }, () => [
    point(random.uniform(), random.uniform()),
    point(random.uniform(), random.uniform()),
  ]);
}

/** A patch filled by going over it line by line, closer than a thin pen is wide. */
function blob(random: Random): Shape {
  const lines = wholeBetween(random, 22, 34);
  const width = between(random, 0.6, 1.2);
  const bulge = between(random, -0.3, 0.3);
  return [series(lines * 2, (i) => {
    const y = (i >> 1) / (lines - 1);
    const half = width * Math.sqrt(Math.max(0.03, y * (1 - y))) *
      (1 + bulge * Math.sin(6 * y));
    return point(0.5 + (i % 2 === 0 ? -half : half), y, true);
  })];
}

function wave(random: Random): Shape {
  const count = wholeBetween(random, 8, 14);
  const height = between(random, 0.15, 0.5);
  return Array.from(
    { length: wholeBetween(random, 1, 3) },
    (_, row) =>
      series(count, (i) => point(0.14 * i, 0.6 * row + height * (i % 2))),
  );
}
