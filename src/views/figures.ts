/** Figures as people read them. */

/** 79514 -> "79,514". */
export function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}

/** 2713392 -> "2.71 million". */
export function millions(value: number): string {
  return `${(value / 1e6).toFixed(2)} million`;
}

/** 0.9967 -> "99.67%". Of measured shares, where all of them is 100%. */
export function share(value: number, digits = 2): string {
  return `${(100 * value).toFixed(digits)}%`;
}

/** A 95% interval: "99.54 to 99.76%". */
export function interval([low, high]: readonly [number, number]): string {
  return `${(100 * low).toFixed(2)} to ${share(high)}`;
}

/** Seconds: "14 min 49 s". */
export function duration(seconds: number): string {
  if (seconds < 1) return "under 1 s";
  const rounded = Math.round(seconds);
  const hours = Math.floor(rounded / 3600);
  const minutes = Math.floor(rounded % 3600 / 60);
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${rounded % 60} s` : `${rounded} s`;
}

/** Milliseconds, in the unit that needs few digits. */
export function milliseconds(value: number): string {
  if (value < 0.1) return `${(1000 * value).toPrecision(2)} µs`;
  return `${value < 10 ? value.toPrecision(2) : value.toFixed(0)} ms`;
}
