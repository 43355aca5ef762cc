/**
 * A probability in words for people. Neither end is claimed: what is not quite
 * certain does not round to 100%, nor what is barely possible to 0%.
 */
export function percent(probability: number): string {
  if (probability === 0) return "0%";
  if (probability < 0.001) return "under 0.1%";
  if (probability > 0.999) return "over 99.9%";
  return `${(100 * probability).toFixed(1)}%`;
}

/** The same in three letters: whole percents, cut off, so that none is 100. */
export function shortPercent(probability: number): string {
  return `${Math.min(99, Math.floor(100 * probability))}%`;
}
