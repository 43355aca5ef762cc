import type { Random } from "../random.ts";

/** Uniform in [low, high). */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random.uniform();
}

/** A whole number in low..high, both included. */
export function wholeBetween(
  random: Random,
  low: number,
  high: number,
): number {
  return low + Math.floor(random.uniform() * (high - low + 1));
}

/** Normal, cut off at `limit` deviations so that nothing is absurd. */
export function spread(random: Random, deviation: number, limit = 2.5): number {
  return deviation * Math.min(limit, Math.max(-limit, random.normal()));
}

/** True with a probability. */
export function happens(random: Random, probability: number): boolean {
  return random.uniform() < probability;
}

/** @throws {RangeError} When there is nothing to pick from. */
export function pick<T>(random: Random, items: readonly T[]): T {
  return pickWeighted(random, items, () => 1);
}

/**
 * One of `items`, each as likely as its weight says.
 *
 * @throws {RangeError} When there is nothing to pick from.
 */
export function pickWeighted<T>(
  random: Random,
  items: readonly T[],
  weightOf: (item: T) => number,
): T {
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  let left = random.uniform() * total;
  for (const item of items) {
    left -= weightOf(item);
    if (left < 0) return item;
  }
  const last = items.at(-1);
  if (last === undefined) throw new RangeError("Cannot pick from nothing");
  return last;
}
