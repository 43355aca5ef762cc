import type { Random } from "../random.ts";
import { between, happens, spread, wholeBetween } from "./chance.ts";
import type { ControlPoint, Shape, Stroke } from "./shape.ts";
import { type Point, smooth } from "./smooth.ts";

/**
 * How one person writes one character, as far as it differs from the shape in
 * the table: proportions, slant, carelessness, a trembling hand, a slow tablet.
 */
interface Hand {
  /** 0.4 (school book) to 2 (in a hurry): scales every carelessness below. */
  readonly haste: number;
  /** Width to height, relative to the table. */
  readonly aspect: number;
  /** Horizontal shift per height; above 0 leans right. */
  readonly slant: number;
  /** Radians, clockwise. */
  readonly rotation: number;
  /** Of the height by which the middle moves down. */
  readonly sag: number;
  /** How much wider the bottom is than the middle. */
  readonly flare: number;
  /** Of the height by which the middle bulges to the right. */
  readonly bow: number;
  /** Phases of the waves that bend the plane it is written on. */
  readonly wave: readonly number[];
  /** Amplitude of the trembling, in heights. */
  readonly tremor: number;
  /** Distance between the points a device records; 0 = as many as the line has. */
  readonly sampling: number;
}

/** Most people write upright or lean right; left-handers lean left. */
const MEAN_SLANT = 0.08;

/** By how much a hand of haste 1 misses a point, in heights: a tenth of a small loop. */
const MISS = 0.018;

/** Amplitude in heights of the waves that change proportions, and their number of radians a height. */
const WAVE = 0.016;
const WAVE_NUMBER = 5;

/** Share of hands with each habit; see the functions that read them. */
const HURRIED_CORNERS = 0.3;
const HOOKED_ENDS = 0.1;
const LIFTED_PEN = 0.05;
const COARSE_SAMPLING = 0.25;

/**
 * Writes a shape as one of many people would.
 *
 * @returns a line a stroke, in heights of a digit
 */
export function write(shape: Shape, random: Random): Point[][] {
  const hand = randomHand(random);
  const centre = centreOf(shape);
  return shape.flatMap((stroke) => {
    const moved = disturb(stroke, centre, hand, random);
    const line = tremble(finishEnds(smooth(moved), hand, random), hand, random);
    const placed = sample(line, hand.sampling).map((point) =>
      lean(point, centre, hand)
    );
    return happens(random, LIFTED_PEN) ? liftPen(placed, random) : [placed];
  });
}

function randomHand(random: Random): Hand {
  return {
    haste: between(random, 0.4, 2),
    aspect: Math.exp(spread(random, 0.25)),
    slant: MEAN_SLANT + spread(random, 0.2),
    rotation: spread(random, 0.08),
    sag: spread(random, 0.05),
    flare: spread(random, 0.13),
    bow: spread(random, 0.04),
    wave: Array.from({ length: 4 }, () => between(random, 0, 2 * Math.PI)),
    tremor: happens(random, 0.5) ? 0 : 0.004 * Math.exp(spread(random, 0.7)),
    sampling: happens(random, COARSE_SAMPLING)
      ? between(random, 0.06, 0.16)
      : 0,
  };
}

function centreOf(shape: Shape): Point {
  const points = shape.flat();
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return {
    x: (Math.min(...xs) + Math.max(...xs)) / 2,
    y: (Math.min(...ys) + Math.max(...ys)) / 2,
  };
}

/** Moves a stroke as a whole, bends the plane it lies in, misses its points. */
function disturb(
  stroke: Stroke,
  centre: Point,
  hand: Hand,
  random: Random,
): ControlPoint[] {
  const { haste } = hand;
  const shiftX = spread(random, 0.02 * haste);
  const shiftY = spread(random, 0.02 * haste);
  const scale = 1 + spread(random, 0.04 * haste);
  const middle = centreOf([stroke]);
  return stroke.map(({ x, y, isCorner }) => {
    const strokeX = middle.x + (x - middle.x) * scale + shiftX;
    const strokeY = middle.y + (y - middle.y) * scale + shiftY;
    const arch = Math.sin(Math.PI * Math.min(1, Math.max(0, strokeY)));
    const width = 1 + hand.flare * 2 * (strokeY - centre.y);
    const bend = (along: number, across: number, which: number) =>
      WAVE * haste *
      (Math.sin(along * WAVE_NUMBER + hand.wave[which]!) +
        Math.sin(across * WAVE_NUMBER + hand.wave[which + 1]!));
    return {
      x: centre.x + (strokeX - centre.x) * width + hand.bow * arch +
        bend(strokeX, strokeY, 0) + spread(random, MISS * haste),
      y: strokeY + hand.sag * arch + bend(strokeY, strokeX, 2) +
        spread(random, MISS * haste),
      isCorner: isCorner && !happens(random, HURRIED_CORNERS * haste),
    };
  });
}

/** Starts and stops the pen early or late, and where the hand is already on its way. */
function finishEnds(line: Point[], hand: Hand, random: Random): Point[] {
  const start = lengthen([...line].reverse(), hand, random);
  return lengthen(start.reverse(), hand, random);
}

/** Goes on at the end of a line, mostly straight, sometimes in a hook. */
function lengthen(line: Point[], { haste }: Hand, random: Random): Point[] {
  const last = line.at(-1)!;
  const before = line.at(-3) ?? line[0]!;
  const direction = Math.atan2(last.y - before.y, last.x - before.x);
  if (happens(random, HOOKED_ENDS * haste)) {
    const side = happens(random, 0.5) ? 1 : -1;
    const turn = direction + side * between(random, 1, 2.6);
    return extend(line, turn, between(random, 0.02, 0.06));
  }
  const length = spread(random, 0.035 * haste);
  return length > 0
    ? extend(line, direction, length)
    : line.slice(0, Math.max(3, line.length - Math.round(-length / 0.03)));
}

function extend(line: Point[], direction: number, length: number): Point[] {
  const { x, y } = line.at(-1)!;
  return [...line, {
    x: x + length * Math.cos(direction),
    y: y + length * Math.sin(direction),
  }];
}

/** Two waves of random phase in each direction, some cycles along the stroke. */
function tremble(line: Point[], { tremor }: Hand, random: Random): Point[] {
  if (tremor === 0) return line;
  const waves = Array.from({ length: 4 }, () => ({
    frequency: between(random, 0.3, 1.3),
    phase: between(random, 0, 2 * Math.PI),
  }));
  const wave = (which: number, i: number) =>
    Math.sin(waves[which]!.phase + i * waves[which]!.frequency);
  return line.map(({ x, y }, i) => ({
    x: x + tremor * (wave(0, i) + wave(1, i)),
    y: y + tremor * (wave(2, i) + wave(3, i)),
  }));
}

/** What a device records that looks only now and then: straight pieces. */
function sample(line: Point[], distance: number): Point[] {
  if (distance === 0) return line;
  const kept = [line[0]!];
  for (const point of line) {
    const { x, y } = kept.at(-1)!;
    if (Math.hypot(point.x - x, point.y - y) >= distance) kept.push(point);
  }
  return [...kept, line.at(-1)!];
}

function lean({ x, y }: Point, centre: Point, hand: Hand): Point {
  const right = (x - centre.x) * hand.aspect - (y - centre.y) * hand.slant;
  const down = y - centre.y;
  const cos = Math.cos(hand.rotation);
  const sin = Math.sin(hand.rotation);
  return { x: right * cos - down * sin, y: right * sin + down * cos };
}

/** Leaves out one or two points somewhere within the line. */
function liftPen(line: Point[], random: Random): Point[][] {
  if (line.length < 12) return [line];
  const at = wholeBetween(random, 4, line.length - 6);
  const gap = wholeBetween(random, 1, 2);
  return [line.slice(0, at), line.slice(at + gap)];
}
