import { BusyError, DecodeTimeoutError, WorkerError } from "./errors.ts";

/** What a lane does its work with. */
export interface LaneOptions {
  /** A worker that posts one message when it is ready, and then one an answer. */
  readonly spawn: () => Worker;
  readonly workers: number;
  /** Questions that wait for a worker at most. */
  readonly maxWaiting: number;
  /** Milliseconds from when a worker takes a question until it has answered. */
  readonly deadline: number;
  /** Milliseconds beyond the deadline after which a worker that still runs is taken to run for ever. */
  readonly patience: number;
  /**
   * Workers that run for ever, together with crashes since the last answer, from which
   * on `onWornOut` is called; and workers beyond their deadline at a time.
   */
  readonly maxLost: number;
  /** Milliseconds without work after which the workers end; then they run only while asked for. Never by default. */
  readonly maxIdle?: number;
  /** Is told, once, why this lane cannot go on. */
  readonly onWornOut: (reason: string) => void;
}

/** How much there is to do in a lane, and who is there to do it. */
export interface LaneState {
  /** Questions that wait for a worker. */
  readonly waiting: number;
  /** Questions that may wait. */
  readonly maxWaiting: number;
  /** Workers that take questions, those that are just starting among them. */
  readonly workers: number;
  /** Workers that are at a question within its deadline. */
  readonly working: number;
  /** Workers that run beyond their deadline. */
  readonly lost: number;
}

interface Job<Question> {
  readonly question: Question;
  readonly transfer: ArrayBuffer[];
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

interface Place<Question> {
  readonly worker: Worker;
  state: "starting" | "idle" | "working" | "overdue" | "endless";
  job: Job<Question> | null;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Workers that answer one question at a time each, and those that wait for
 * them, first come first served. They are started at once and kept, since
 * starting one takes longer than most answers; but where `maxIdle` is set, they
 * start when somebody asks and end when nobody does, and their memory goes back
 * with them.
 *
 * A worker that misses its deadline cannot be stopped, for `terminate()` waits
 * until its code pauses. Another one takes its place, and it is lost until it
 * answers after all; then it ends. Where as many are lost as may be, the lane waits
 * for one of them, so that slow pictures alone neither take all cores nor end the
 * server. One that crashes is replaced as well.
 */
export class Lane<Question> {
  readonly #options: LaneOptions;
  readonly #places = new Set<Place<Question>>();
  readonly #waiting: Job<Question>[] = [];
  #overdue = 0;
  /** Of those that are overdue. */
  #endless = 0;
  /** Since the last answer. */
  #crashes = 0;
  #isOpen = true;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #ready = Promise.withResolvers<void>();
  /** When the first worker has started. */
  readonly ready = this.#ready.promise;

  constructor(options: LaneOptions) {
    this.#options = options;
    if (options.maxIdle === undefined) this.#startAll();
  }

  /** Workers that run beyond their deadline. */
  get lost(): number {
    return this.#overdue;
  }

  get state(): LaneState {
    const places = [...this.#places];
    const working = places.filter(({ state }) => state === "working").length;
    return {
      waiting: this.#waiting.length,
      maxWaiting: this.#options.maxWaiting,
      workers: places.length - this.#overdue,
      working,
      lost: this.#overdue,
    };
  }

  /**
   * Asks the next worker that is free; what it answers is taken as `Answer`.
   *
   * @param transfer Buffers of the question that are handed over, not copied.
   * @throws {BusyError} When too many wait, or the lane is closed.
   * @throws {DecodeTimeoutError} When the answer takes too long.
   * @throws {WorkerError} When the worker crashes.
   */
  ask<Answer>(
    question: Question,
    transfer: ArrayBuffer[] = [],
  ): Promise<Answer> {
    const { maxWaiting } = this.#options;
    if (!this.#isOpen) return Promise.reject(closed());
    if (this.#waiting.length >= maxWaiting) {
      return Promise.reject(
        new BusyError(
          `${maxWaiting} pictures wait to be read already. Send it again in a moment.`,
        ),
      );
    }
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    this.#waiting.push({ question, transfer, resolve, reject });
    clearTimeout(this.#idleTimer);
    if (this.#places.size === 0) this.#startAll();
    this.#assign();
    return promise;
  }

  /** Ends all workers; what waits is refused. */
  close(): void {
    this.#isOpen = false;
    clearTimeout(this.#idleTimer);
    for (const job of this.#waiting.splice(0)) job.reject(closed());
    for (const place of [...this.#places]) {
      place.job?.reject(closed());
      this.#remove(place);
    }
  }

  #startAll(): void {
    for (let i = 0; i < this.#options.workers; i++) this.#start();
  }

  #start(): void {
    const worker = this.#options.spawn();
    const place: Place<Question> = {
      worker,
      state: "starting",
      job: null,
      timer: undefined,
    };
    worker.onmessage = ({ data }: MessageEvent<unknown>) =>
      this.#hear(place, data);
    worker.onmessageerror = () =>
      this.#crash(place, "its answer could not be passed on");
    worker.onerror = (event) => {
      // Else it would end the whole process.
      event.preventDefault();
      this.#crash(place, event.message);
    };
    this.#places.add(place);
  }

  #assign(): void {
    for (const place of this.#places) {
      if (place.state !== "idle") continue;
      const job = this.#waiting.shift();
      if (!job) return;
      place.state = "working";
      place.job = job;
      place.timer = setTimeout(
        () => this.#giveUp(place),
        this.#options.deadline,
      );
      place.worker.postMessage(job.question, job.transfer);
    }
  }

  #hear(place: Place<Question>, answer: unknown): void {
    clearTimeout(place.timer);
    if (isOverdue(place)) {
      this.#lose(place);
      return;
    }
    if (place.job) {
      this.#crashes = 0;
      place.job.resolve(answer);
    }
    place.job = null;
    place.state = "idle";
    this.#ready.resolve();
    this.#assign();
    this.#rest();
  }

  /** Has the workers end after a while, unless one of them has something to do. */
  #rest(): void {
    const { maxIdle } = this.#options;
    const places = [...this.#places];
    if (maxIdle === undefined || !places.every(isIdle)) return;
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      for (const place of places) this.#remove(place);
    }, maxIdle);
  }

  #giveUp(place: Place<Question>): void {
    place.job?.reject(new DecodeTimeoutError(this.#options.deadline));
    place.job = null;
    place.state = "overdue";
    this.#overdue++;
    place.timer = setTimeout(
      () => this.#despair(place),
      this.#options.patience,
    );
    this.#fill();
  }

  #despair(place: Place<Question>): void {
    place.state = "endless";
    this.#endless++;
    this.#checkWear("a worker does not end");
  }

  /** Ends an overdue worker that has come to an end by itself. */
  #lose(place: Place<Question>): void {
    this.#overdue--;
    if (place.state === "endless") this.#endless--;
    this.#remove(place);
    this.#fill();
    this.#rest();
  }

  #crash(place: Place<Question>, reason: string): void {
    if (!this.#places.has(place)) return;
    clearTimeout(place.timer);
    place.job?.reject(new WorkerError(`A worker crashed: ${reason}`));
    if (isOverdue(place)) {
      this.#lose(place);
      return;
    }
    this.#remove(place);
    this.#crashes++;
    this.#checkWear(`a worker crashed: ${reason}`);
    this.#fill();
  }

  /** Starts workers in the place of lost ones, as long as no more are lost than may be. */
  #fill(): void {
    const { workers, maxLost } = this.#options;
    if (!this.#isOpen || this.#overdue >= maxLost) return;
    while (this.#places.size - this.#overdue < workers) this.#start();
  }

  #checkWear(reason: string): void {
    const { maxLost, onWornOut } = this.#options;
    const lost = this.#endless + this.#crashes;
    if (lost < maxLost || !this.#isOpen) return;
    this.close();
    onWornOut(`${lost} workers were lost; the last one: ${reason}`);
  }

  #remove(place: Place<Question>): void {
    clearTimeout(place.timer);
    this.#places.delete(place);
    place.worker.terminate();
  }
}

function isIdle({ state }: { readonly state: string }): boolean {
  return state === "idle";
}

function isOverdue({ state }: { readonly state: string }): boolean {
  return state === "overdue" || state === "endless";
}

function closed(): BusyError {
  return new BusyError("The server is stopping. Send it again in a moment.");
}
