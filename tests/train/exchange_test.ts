import assert from "node:assert/strict";
import { createExchange, Exchange } from "../../train/exchange.ts";
import { assertClose } from "../inference/assert_close.ts";
import { type ExchangeJob, numbersOf } from "./exchange_worker.ts";

function start(job: ExchangeJob): Promise<Float32Array[]> {
  const worker = new Worker(import.meta.resolve("./exchange_worker.ts"), {
    type: "module",
  });
  const { promise, resolve, reject } = Promise.withResolvers<Float32Array[]>();
  worker.onmessage = (event) => resolve(event.data);
  worker.onerror = (event) => {
    event.preventDefault();
    reject(new Error(event.message));
  };
  worker.postMessage(job);
  return promise.finally(() => worker.terminate());
}

for (const workers of [2, 3]) {
  Deno.test(`Exchange gives ${workers} workers the same averages, to the last bit, 300 times`, async () => {
    const steps = 300;
    const length = 500;
    const shared = createExchange(workers, length);
    const ranks = [...Array(workers).keys()];
    const averages = await Promise.all(
      ranks.map((rank) => start({ shared, rank, steps })),
    );
    for (const other of averages) assert.deepEqual(other, averages[0]);
    averages[0]!.forEach((average, step) => {
      const brought = ranks.map((rank) => numbersOf(rank, step, length));
      const expected = Array.from(
        { length },
        (_, i) => brought.reduce((sum, own) => sum + own[i]!, 0) / workers,
      );
      assertClose(average, expected, 1e-6, `step ${step}`);
    });
  });
}

Deno.test("Exchange of one worker gives back what it brings, in two places by turns", () => {
  const exchange = new Exchange(createExchange(1, 3), 0);
  const out = new Float32Array(3);
  const places = new Set<number>();
  for (let step = 0; step < 4; step++) {
    const own = exchange.own;
    places.add(own.byteOffset);
    own.set([step, 2, 3]);
    exchange.average(out);
    assert.deepEqual([...out], [step, 2, 3]);
  }
  assert.equal(places.size, 2);
});
