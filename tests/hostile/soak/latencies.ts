/** Times of one kind of request, in milliseconds. */
export class Latencies {
  readonly #times: number[] = [];

  add(time: number): void {
    this.#times.push(time);
  }

  get count(): number {
    return this.#times.length;
  }

  /** The time that a part of them stays within; NaN where there are none. @param part 0..1 */
  quantile(part: number): number {
    const sorted = this.#times.toSorted((a, b) => a - b);
    return sorted[Math.ceil(part * sorted.length) - 1] ?? NaN;
  }
}
