/** How often one client may do something. */
export interface Rate {
  /** At once. */
  readonly burst: number;
  /** Milliseconds after which one more is granted. */
  readonly interval: number;
}

/** One who did it too often. */
export class RateError extends Error {
  override readonly name = "RateError";
  /** Whole seconds after which it may be tried again. */
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super(`Too many requests. Try again in ${retryAfter} s.`);
    this.retryAfter = retryAfter;
  }
}

/** Counts what clients do. */
export interface RateLimiter {
  /** @throws {RateError} When the client has none left. */
  check(client: string): void;
  /** Checks and uses up one. @throws {RateError} */
  take(client: string): void;
}

/** Limits nothing. */
export const UNLIMITED: RateLimiter = { check() {}, take() {} };

/**
 * Clients that are remembered: 100 bytes each, and whoever has more addresses
 * than that is held off by no count of them.
 */
const MAX_CLIENTS = 10_000;

/**
 * A token bucket a client (Turner 1986), in the memory of this process.
 *
 * @param now Milliseconds of a clock that never goes back.
 */
export function createRateLimiter(
  { burst, interval }: Rate,
  now: () => number = () => performance.now(),
): RateLimiter {
  /** When the bucket of a client is full again; those that are full are left out. */
  const fullAt = new Map<string, number>();
  const span = burst * interval;

  /** Milliseconds until the bucket is full. */
  const missing = (client: string) =>
    Math.max(0, (fullAt.get(client) ?? 0) - now());

  function check(client: string): void {
    const wait = missing(client) + interval - span;
    if (wait > 0) throw new RateError(Math.ceil(wait / 1000));
  }

  function take(client: string): void {
    check(client);
    const full = now() + missing(client) + interval;
    // Put behind all others: those in front have been quiet the longest.
    fullAt.delete(client);
    fullAt.set(client, full);
    for (const [other, time] of fullAt) {
      if (time > now() && fullAt.size <= MAX_CLIENTS) break;
      fullAt.delete(other);
    }
  }

  return { check, take };
}
