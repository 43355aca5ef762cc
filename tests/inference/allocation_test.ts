import assert from "node:assert/strict";
import type { Engine } from "../../src/inference/engine.ts";
import { createLoopsEngine } from "../../src/inference/loops/engine.ts";
import { createSimdEngine } from "../../src/inference/simd/engine.ts";
import type { Network } from "../../src/inference/network.ts";
import { Random } from "../../train/random.ts";
import { randomTensors, randomValues } from "./random_network.ts";

const conv = { kind: "conv2d", size: 3, padding: "same", bias: true } as const;

/** Small, so that many calls are quick; runs both convolutions and every other kernel. */
const NETWORK: Network = {
  input: { height: 6, width: 6, channels: 8 },
  layers: [
    { ...conv, name: "conv1", stride: 1, filters: 8 },
    { kind: "max_pool", size: 2, stride: 2 },
    { kind: "relu" },
    { ...conv, name: "conv2", stride: 2, filters: 5 },
    { kind: "relu" },
    { kind: "max_pool", size: 2, stride: 1 },
    { kind: "max_pool", size: 1, stride: 1 },
    { kind: "flatten" },
    { kind: "dense", name: "dense1", units: 10 },
    { kind: "relu" },
  ],
};

const CALLS = 2000;
/** Bytes; the smallest object takes 12, so one a call would make three times as many. */
const ALLOWED = 4 * CALLS;
/** Until the kernels are compiled for good, the machine boxes numbers on the heap. */
const ROUNDS = 300;
/** Garbage is collected once in ten rounds or less often: never in most of nine. */
const TYPICAL_OF = 9;

function heapGrowth(work: () => void): number {
  const before = Deno.memoryUsage().heapUsed;
  for (let i = 0; i < CALLS; i++) work();
  return Deno.memoryUsage().heapUsed - before;
}

/**
 * What a round typically adds, as soon as that is next to nothing. The median of some rounds,
 * since a round in which garbage was collected may show any growth at all.
 */
function typicalGrowth(work: () => void): number {
  const growths: number[] = [];
  let typical = Infinity;
  for (let round = 0; round < ROUNDS && typical > ALLOWED; round++) {
    growths.push(heapGrowth(work));
    if (growths.length >= TYPICAL_OF) {
      typical = median(growths.slice(-TYPICAL_OF));
    }
  }
  return typical;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

function forward(engine: Engine): () => void {
  const input = randomValues(new Random(1), engine.inputLength);
  const logits = new Float32Array(engine.outputLength);
  return () => engine.forward(input, logits);
}

for (const create of [createLoopsEngine, createSimdEngine]) {
  Deno.test(`${create.name}().forward() allocates nothing once it is compiled`, () => {
    const tensors = randomTensors(new Random(2), NETWORK);
    const engine = create({ network: NETWORK, tensors });
    const growth = typicalGrowth(forward(engine));
    assert.ok(growth <= ALLOWED, `${growth} bytes in ${CALLS} calls`);
  });
}

Deno.test("the measurement sees one small array a call", () => {
  const kept: unknown[] = [];
  const growth = typicalGrowth(() => kept[0] = [kept.length]);
  assert.ok(growth > ALLOWED, `${growth} bytes in ${CALLS} calls`);
});
