/// <reference lib="deno.worker" />
/** A worker that does what a test of lanes tells it. */

export type Order =
  | { readonly kind: "echo"; readonly value: unknown }
  | { readonly kind: "crash" }
  /** Runs on, deaf to all but the memory it watches, until that is not 0. */
  | { readonly kind: "run"; readonly until: Int32Array };

self.onmessage = ({ data: order }: MessageEvent<Order>) => {
  switch (order.kind) {
    case "echo":
      return self.postMessage(order.value);
    case "crash":
      throw new Error("told to crash");
    case "run":
      Atomics.wait(order.until, 0, 0);
      return self.postMessage("ran");
  }
};
self.postMessage(null);
