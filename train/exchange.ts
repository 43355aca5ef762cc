/**
 * How data-parallel workers agree on a gradient: each writes its own into its place of a shared
 * buffer, all wait at a barrier, each then averages all places in the same order, so that every
 * worker goes on with the same numbers to the last bit.
 *
 * There are two sets of places, used in turn: a worker that runs ahead writes into the other set
 * while the slower ones still read this one. It cannot get two steps ahead, for the barrier.
 */

const ARRIVED = 0;
const ROUND = 1;

/** The memory that the workers share. */
export interface SharedExchange {
  readonly control: SharedArrayBuffer;
  readonly places: SharedArrayBuffer;
  readonly workers: number;
  /** Numbers exchanged by each worker a step. */
  readonly length: number;
}

export function createExchange(
  workers: number,
  length: number,
): SharedExchange {
  return {
    control: new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT),
    places: new SharedArrayBuffer(
      2 * workers * length * Float32Array.BYTES_PER_ELEMENT,
    ),
    workers,
    length,
  };
}

export class Exchange {
  readonly #control: Int32Array;
  readonly #places: Float32Array;
  #turn = 0;

  constructor(
    private readonly shared: SharedExchange,
    private readonly rank: number,
  ) {
    this.#control = new Int32Array(shared.control);
    this.#places = new Float32Array(shared.places);
  }

  /** Where this worker writes its numbers for this step. */
  get own(): Float32Array {
    return this.#place(this.rank);
  }

  /** Waits for all workers and writes the average of their numbers to `out`. */
  average(out: Float32Array): void {
    this.#barrier();
    const { workers } = this.shared;
    out.set(this.#place(0));
    for (let rank = 1; rank < workers; rank++) {
      const place = this.#place(rank);
      for (let i = 0; i < out.length; i++) out[i]! += place[i]!;
    }
    for (let i = 0; i < out.length; i++) out[i]! /= workers;
    this.#turn ^= 1;
  }

  #place(rank: number): Float32Array {
    const { workers, length } = this.shared;
    const start = (this.#turn * workers + rank) * length;
    return this.#places.subarray(start, start + length);
  }

  #barrier(): void {
    const round = Atomics.load(this.#control, ROUND);
    if (Atomics.add(this.#control, ARRIVED, 1) === this.shared.workers - 1) {
      Atomics.store(this.#control, ARRIVED, 0);
      Atomics.add(this.#control, ROUND, 1);
      Atomics.notify(this.#control, ROUND);
    } else {
      while (Atomics.load(this.#control, ROUND) === round) {
        Atomics.wait(this.#control, ROUND, round);
      }
    }
  }
}
