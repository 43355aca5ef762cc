import type { Random } from "../random.ts";
import { between, happens, spread } from "./chance.ts";
import type { Drawing, InkedPoint } from "./drawing.ts";
import type { Point } from "./smooth.ts";

/** What a line is drawn with. All lengths are in heights of a digit. */
export interface Pen {
  readonly width: number;
  /** Width along the nib's edge's direction to that across it; 1 = round. */
  readonly flatness: number;
  /** Direction of a flat nib's edge, radians. */
  readonly edge: number;
  /** How much the width follows the pressure of the hand, 0..1. */
  readonly pressure: number;
  /** Whether strokes begin and end thin. */
  readonly tapers: boolean;
}

/**
 * Widths of pens by how often they are met, in heights of a digit: pencils and
 * lines of tablets, ball pens (MNIST: 0.08 to 0.15), markers and paint brushes,
 * and brushes so broad that they all but fill the loops.
 */
const WIDTHS = [
  { share: 0.3, from: 0.015, to: 0.045 },
  { share: 0.38, from: 0.045, to: 0.11 },
  { share: 0.27, from: 0.11, to: 0.18 },
  { share: 0.05, from: 0.18, to: 0.24 },
] as const;

const FLAT_NIBS = 0.15;
const SOFT_NIBS = 0.4;

/** Points over which a tapered stroke grows to its full width. */
const TAPER_POINTS = 6;

export function randomPen(random: Random): Pen {
  return {
    width: randomWidth(random),
    flatness: happens(random, FLAT_NIBS) ? between(random, 0.3, 0.8) : 1,
    edge: between(random, 0, Math.PI),
    pressure: happens(random, SOFT_NIBS) ? between(random, 0.1, 0.4) : 0,
    tapers: happens(random, SOFT_NIBS / 2),
  };
}

function randomWidth(random: Random): number {
  let left = random.uniform();
  for (const { share, from, to } of WIDTHS) {
    if ((left -= share) < 0) return between(random, from, to);
  }
  return WIDTHS[1].from;
}

/** Draws lines with a pen. */
export function drawLines(
  lines: readonly (readonly Point[])[],
  pen: Pen,
  random: Random,
): Drawing {
  return { strokes: lines.map((line) => inkLine(line, pen, random)) };
}

function inkLine(
  line: readonly Point[],
  pen: Pen,
  random: Random,
): InkedPoint[] {
  const frequency = between(random, 0.05, 0.3);
  const phase = between(random, 0, 2 * Math.PI);
  const offset = spread(random, 0.1 * pen.pressure);
  return line.map(({ x, y }, i) => {
    const swell = 1 + offset + pen.pressure * Math.sin(phase + i * frequency);
    const end = Math.min(i, line.length - 1 - i);
    const taper = pen.tapers
      ? Math.min(1, (end + 1.5) / Math.min(TAPER_POINTS, line.length / 2))
      : 1;
    const radius = pen.width / 2 * swell * taper * nibShare(line, i, pen);
    return { x, y, radius };
  });
}

/** A flat nib draws thin along its edge and broad across it. */
function nibShare(
  line: readonly Point[],
  i: number,
  { flatness, edge }: Pen,
): number {
  if (flatness === 1) return 1;
  const from = line[Math.max(0, i - 1)]!;
  const to = line[Math.min(line.length - 1, i + 1)]!;
  const direction = Math.atan2(to.y - from.y, to.x - from.x);
  const across = Math.abs(Math.sin(direction - edge));
  return flatness + (1 - flatness) * across;
}
