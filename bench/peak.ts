import {
  assembleModule,
  constant,
  FunctionBuilder,
  i32,
  loop,
  relaxedMadd,
  separateMadd,
  store,
  unroll,
} from "../src/inference/simd/assembler.ts";
import { FLOAT_BYTES, LANES } from "../src/inference/simd/memory.ts";
import { hasRelaxedMadd } from "../src/inference/simd/engine.ts";
import { quantile } from "../train/evaluation.ts";

const SUMS = 10;
const STEPS = 20_000;
const REPEATS = 60;
const WARMUP_MS = 200;

/** Multiply-adds a second, in units of 10^9, that this machine does with sums in registers. */
export function measurePeak(): number {
  const madd = hasRelaxedMadd() ? relaxedMadd : separateMadd;
  const builder = new FunctionBuilder("peak");
  const step = builder.i32();
  const sums = builder.v128s(SUMS);
  const factor = builder.v128();
  builder.push(
    factor.set(constant(0.5)),
    loop(
      step,
      i32(0),
      i32(STEPS),
      1,
      unroll(
        SUMS,
        (i) => sums[i]!.set(madd(sums[i]!.get, factor.get, factor.get)),
      ),
    ),
    // What nobody reads the compiler leaves out.
    unroll(SUMS, (i) => store(i32(0), sums[i]!.get, i * LANES * FLOAT_BYTES)),
  );
  const module = new WebAssembly.Module(
    assembleModule([builder], SUMS * LANES * FLOAT_BYTES),
  );
  const peak = new WebAssembly.Instance(module).exports.peak as () => void;
  // V8 replaces its first, quickly made code while it runs.
  const warm = performance.now() + WARMUP_MS;
  while (performance.now() < warm) peak();
  const times: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const start = performance.now();
    peak();
    times.push(performance.now() - start);
  }
  // The fastest tenth: what the machine can do when nobody disturbs it.
  const ms = quantile(times.sort((a, b) => a - b), 0.1);
  return SUMS * STEPS * LANES / ms / 1e6;
}
