/**
 * A service worker's surroundings (https://www.w3.org/TR/service-workers/), as
 * far as they are used here: Deno, which checks the types, has none for them.
 */
export interface WorkerScope {
  addEventListener(
    type: "install" | "activate",
    listener: (event: ExtendableEvent) => void,
  ): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
  /** Takes over from an older worker at once. */
  skipWaiting(): Promise<void>;
  readonly clients: {
    /** Takes over the pages that were loaded without a worker. */
    claim(): Promise<void>;
  };
}

/** The worker is kept alive until what it waits for has ended. */
export interface ExtendableEvent {
  waitUntil(work: Promise<unknown>): void;
}

/** A page asks for something. Unless the worker responds, the network does. */
export interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
