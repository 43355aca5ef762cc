/** Parts of a probability that are told: beyond float32 noise, within the parity bound. */
const PROBABILITY_PARTS = 1e6;

/** Parts of a millisecond that are told: microseconds, the clock's own resolution. */
const TIME_PARTS = 1e3;

export function roundProbability(probability: number): number {
  return Math.round(probability * PROBABILITY_PARTS) / PROBABILITY_PARTS;
}

export function roundMilliseconds(milliseconds: number): number {
  return Math.round(milliseconds * TIME_PARTS) / TIME_PARTS;
}
