import { Latencies } from "./latencies.ts";

/** Problems that are kept word for word; the rest is only counted. */
const MAX_KEPT = 5;

/** What came of many requests. */
export class Tally {
  readonly #statuses = new Map<number, number>();
  readonly #problems: string[] = [];
  #count = 0;
  /** Of those that were answered 200. */
  readonly times = new Latencies();

  /** Requests in all. */
  get count(): number {
    return this.#count;
  }

  /** Promises that were broken, in words. */
  get problems(): readonly string[] {
    const more = this.#problems.length - MAX_KEPT;
    const kept = this.#problems.slice(0, MAX_KEPT);
    return more > 0 ? [...kept, `and ${more} more`] : kept;
  }

  statusCount(status: number): number {
    return this.#statuses.get(status) ?? 0;
  }

  add(status: number): void {
    this.#count++;
    this.#statuses.set(status, this.statusCount(status) + 1);
  }

  addProblem(problem: string): void {
    this.#problems.push(problem);
  }

  /** "200: 71, 422: 9". */
  toString(): string {
    return [...this.#statuses].toSorted(([a], [b]) => a - b)
      .map(([status, count]) => `${status || "closed"}: ${count}`).join(", ");
  }
}
