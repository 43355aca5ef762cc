import type { NetworkWeights } from "../src/inference/network_weights.ts";
import type { Network } from "../src/inference/network.ts";
import { createSimdEngine } from "../src/inference/simd/engine.ts";
import { quantile } from "../train/evaluation.ts";
import { PIXELS } from "../train/mnist.ts";
import { Eta, ProgressLine } from "../train/progress.ts";
import { LIBRARIES, libraries, type Library } from "./contenders.ts";
import { imageAt, type Images } from "./images.ts";
import {
  type Contender,
  interleave,
  type Schedule,
  type Timing,
} from "./interleave.ts";
import { randomWeights, widened } from "./networks.ts";
import { measurePeak } from "./peak.ts";

/** Timings of one network in each way that it is used. */
export interface NetworkTimings {
  /** One image after another, everything in cache. */
  readonly hot: readonly Timing[];
  /** One image, after other work has filled the caches. */
  readonly cold: readonly Timing[];
  /** 64 images in one call; milliseconds an image. */
  readonly batch: readonly Timing[];
  readonly startup: readonly StartUp[];
}

/** From weights in memory to the first answer, in milliseconds. */
export interface StartUp {
  readonly name: string;
  readonly ms: number;
}

export const BATCH = 64;
/** More than a core's own caches hold. */
const EVICTION_BYTES = 16 * 2 ** 20;

const HOT: Schedule = { warmup: 300, rounds: 40, calls: 40 };
const COLD: Schedule = { warmup: 100, rounds: 15, calls: 10 };
const BATCHED: Schedule = { warmup: 6, rounds: 15, calls: 2 };
/** The plain JavaScript backend takes a second for a batch: nothing is learnt by more. */
const SLOW = "tfjs-cpu";

export async function measureNetwork(
  what: string,
  weights: NetworkWeights,
  images: Images,
): Promise<NetworkTimings> {
  const startup: StartUp[] = [];
  const answers: Float32Array[] = [];
  const runners = new Map<Library, Awaited<ReturnType<Library["create"]>>>();
  for (const library of LIBRARIES) {
    const start = performance.now();
    const runner = await library.create(weights);
    const answer = await runner(imageAt(images.data, 0), 1);
    startup.push({ name: library.name, ms: performance.now() - start });
    runners.set(library, runner);
    answers.push(answer.slice());
    checkAnswer(library.name, answers.at(-1)!, answers[0]!);
  }
  const contenders = (batch: number, among = LIBRARIES): Contender[] =>
    among.map((library) => ({
      name: library.name,
      run: (index) => runners.get(library)!(slice(images, index, batch), batch),
    }));
  const quick = LIBRARIES.filter(({ name }) => name !== SLOW);
  const batch = await timed(
    `${what}, batch ${BATCH}`,
    contenders(BATCH, quick),
    BATCHED,
  );
  return {
    hot: await timed(`${what}, hot`, contenders(1), HOT),
    cold: await timed(`${what}, cold`, contenders(1), {
      ...COLD,
      before: evictor(),
    }),
    batch: batch.map((timing) => divided(timing, BATCH)),
    startup,
  };
}

/** Logits of libraries that run the same weights differ by rounding only. */
const ANSWER_TOLERANCE = 1e-3;

/** The time of a wrong answer means nothing. */
function checkAnswer(
  name: string,
  found: Float32Array,
  expected: Float32Array,
): void {
  expected.forEach((value, k) => {
    const allowed = ANSWER_TOLERANCE * Math.max(1, Math.abs(value));
    if (Math.abs(found[k]! - value) <= allowed) return;
    throw new Error(
      `${name} answers ${found[k]} for class ${k}, simd ${value}`,
    );
  });
}

/** `count` images in a row, from any index. */
function slice(images: Images, index: number, count: number): Float32Array {
  if (count === 1) return imageAt(images.data, index % images.count);
  const first = index * count % (images.count - count);
  return images.data.subarray(first * PIXELS, (first + count) * PIXELS);
}

/** Reads and writes more than the caches hold. */
function evictor(): () => void {
  const data = new Float64Array(
    EVICTION_BYTES / Float64Array.BYTES_PER_ELEMENT,
  );
  const line = 64 / Float64Array.BYTES_PER_ELEMENT;
  return () => {
    for (let i = 0; i < data.length; i += line) data[i]! += 1;
  };
}

function divided(timing: Timing, by: number): Timing {
  return {
    name: timing.name,
    median_ms: timing.median_ms / by,
    p99_ms: timing.p99_ms / by,
    rounds: timing.rounds.map((ms) => ms / by),
  };
}

/** Times of some libraries on one network, for each width. */
export interface Growth {
  readonly factor: number;
  readonly timings: readonly Timing[];
}

const FACTORS = [0.5, 1, 2, 4];
const GROWING: Schedule = { warmup: 60, rounds: 10, calls: 10 };

/** How the time grows when each convolution has more filters. */
export async function measureGrowth(
  network: Network,
  images: Images,
): Promise<Growth[]> {
  const growth: Growth[] = [];
  for (const factor of FACTORS) {
    const weights = randomWeights(widened(network, factor));
    const contenders: Contender[] = [];
    for (
      const library of libraries(
        "simd",
        "loops",
        "onnxruntime-node",
        "tfjs-wasm",
      )
    ) {
      const runner = await library.create(weights);
      contenders.push({
        name: library.name,
        run: (index) => runner(slice(images, index, 1), 1),
      });
    }
    growth.push({
      factor,
      timings: await timed(`width x${factor}`, contenders, GROWING),
    });
  }
  return growth;
}

/** One pass of the simd engine. */
export interface PassTiming {
  readonly comment: string;
  readonly us: number;
  /** 10^9 multiply-adds a second; 0 where the pass only adds. */
  readonly rate: number;
  /** `rate` as a share of what the machine can do. */
  readonly share: number;
}

const PASS_CALLS = 10;
const PASS_ROUNDS = 200;

/** How near each pass comes to the machine's peak. */
export function measurePasses(
  weights: NetworkWeights,
  images: Images,
): PassTiming[] {
  const engine = createSimdEngine(weights);
  const logits = new Float32Array(engine.outputLength);
  for (let i = 0; i < HOT.warmup; i++) {
    engine.forward(slice(images, i, 1), logits);
  }
  const peak = measurePeak();
  return engine.passes.map(({ comment, multiplyAdds }, index) => {
    const times: number[] = [];
    for (let round = 0; round < PASS_ROUNDS; round++) {
      const start = performance.now();
      for (let call = 0; call < PASS_CALLS; call++) engine.runPass(index);
      times.push((performance.now() - start) / PASS_CALLS * 1000);
    }
    const us = quantile(times.sort((a, b) => a - b), 0.5);
    const rate = multiplyAdds / us / 1000;
    return { comment, us, rate, share: rate / peak };
  });
}

/** Interleaves with a line of progress. */
export async function timed(
  what: string,
  contenders: readonly Contender[],
  schedule: Schedule,
): Promise<Timing[]> {
  const line = new ProgressLine();
  const eta = new Eta(schedule.rounds);
  const timings = await interleave(contenders, schedule, (round) => {
    line.update(() =>
      `${what}: round ${round} of ${schedule.rounds}  ETA ${eta.format(round)}`
    );
  });
  line.clear();
  return timings;
}
