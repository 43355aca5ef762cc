import { checkLengths } from "../check_input.ts";
import type { Engine } from "../engine.ts";
import type { NetworkWeights } from "../network_weights.ts";
import { elements } from "../network.ts";
import {
  anyTrue,
  assembleModule,
  call,
  differs,
  FunctionBuilder,
  i32,
  isZero,
  load,
  loop,
  plus,
  relaxedMadd,
  separateMadd,
  times,
  when,
  zero,
} from "./assembler.ts";
import {
  type Constant,
  FLOAT_BYTES,
  LANES,
  MemoryPlan,
  type Place,
} from "./memory.ts";
import type { Pass } from "./pass.ts";
import { planNetwork } from "./plan.ts";

export interface SimdOptions {
  /** One instruction for a multiplication and an addition; by default where the runtime has it. */
  readonly relaxed?: boolean;
}

/** A module and what it starts with: plain data, which may be sent to workers. */
export interface SimdProgram {
  /** WebAssembly. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Packed weights. */
  readonly constants: readonly Constant[];
  readonly input: Place;
  readonly output: Place;
}

/** The emitted engine, open to benchmarks and to whoever wants to see its code. */
export interface SimdEngine extends Engine {
  readonly relaxed: boolean;
  /** The module as it was assembled. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What it runs, for other engines of the same network. */
  readonly program: SimdProgram;
  readonly memoryBytes: number;
  readonly passes: readonly Pass[];
  /** Runs one pass on what the last call left in memory. */
  runPass(index: number): void;
}

/**
 * The fast engine: a WebAssembly module with SIMD, assembled here for one network. Memory is laid
 * out once; a call copies the input in, runs the module and copies the logits out.
 *
 * @throws {UnsupportedLayerError} for a layer that no emitter can do
 * @throws {WebAssembly.CompileError} where the runtime lacks SIMD
 */
export function createSimdEngine(
  { network, tensors }: NetworkWeights,
  { relaxed = hasRelaxedMadd() }: SimdOptions = {},
): SimdEngine {
  const memory = new MemoryPlan();
  const madd = relaxed ? relaxedMadd : separateMadd;
  const { passes, input, output } = planNetwork(network, {
    memory,
    madd,
    tensors,
  });
  const functions = passes.map((pass) => pass.function);
  const bytes = assembleModule(
    [...functions, emitRun(passes.length, input)],
    memory.bytes,
  );
  const { constants } = memory;
  const program: SimdProgram = { bytes, constants, input, output };
  const { forward, inputLength, outputLength, exports } = instantiate(program);
  const steps = functions.map(({ name }) => exports[name] as () => void);
  return {
    name: "simd",
    inputLength,
    outputLength,
    relaxed,
    bytes,
    program,
    memoryBytes: memory.bytes,
    passes,
    forward,
    runPass: (index) => steps[index]!(),
  };
}

/**
 * An engine of what another one has assembled and packed already, in a tenth of
 * the time.
 */
export function startSimdProgram(program: SimdProgram): Engine {
  const { forward, inputLength, outputLength } = instantiate(program);
  return { name: "simd", inputLength, outputLength, forward };
}

function instantiate({ bytes, constants, input, output }: SimdProgram) {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const linear = (exports.memory as WebAssembly.Memory).buffer as ArrayBuffer;
  for (const { address, values } of constants) {
    new Float32Array(linear, address, values.length).set(values);
  }
  const run = exports[RUN] as () => number;
  const write = inputWriter(linear, input);
  const read = outputReader(linear, output);
  const inputLength = elements(input.shape);
  const outputLength = elements(output.shape);
  return {
    exports,
    inputLength,
    outputLength,
    forward(values: Float32Array, logits: Float32Array) {
      checkLengths(values, inputLength, logits, outputLength);
      write(values);
      if (run() === 1) logits.fill(NaN);
      else read(logits);
    },
  };
}

const RUN = "run";

/** Runs all passes and answers 0; answers 1, and runs none, when the input is not finite. */
function emitRun(passes: number, input: Place): FunctionBuilder {
  const builder = new FunctionBuilder(RUN, "i32");
  const [from, broken] = [builder.i32(), builder.i32()];
  const sum = builder.v128();
  const end = input.address + input.shape.height * input.rowBytes;
  const product = times(load(from.get), zero);
  builder.push(
    sum.set(zero),
    // x * 0 is 0 for all numbers but NaN and the infinities, which leave NaN; what lies around the
    // input is finite, so the last vector may reach over its end.
    loop(
      from,
      i32(input.address),
      i32(end),
      LANES * FLOAT_BYTES,
      sum.set(plus(sum.get, product)),
    ),
    broken.set(anyTrue(differs(sum.get, sum.get))),
    when(
      isZero(broken.get),
      ...Array.from({ length: passes }, (_, index) => call(index)),
    ),
    broken.get,
  );
  return builder;
}

/** Copies the caller's values, HWC without gaps, to where the first pass reads them. */
function inputWriter(
  memory: ArrayBuffer,
  { address, pixelBytes, rowBytes, shape }: Place,
): (values: Float32Array) => void {
  const floats = new Float32Array(memory);
  const start = address / FLOAT_BYTES;
  const row = rowBytes / FLOAT_BYTES;
  const lanes = pixelBytes / FLOAT_BYTES;
  const { height, width, channels } = shape;
  if (lanes === channels && row === width * channels) {
    const whole = floats.subarray(start, start + height * row);
    return (values) => whole.set(values);
  }
  return (values) => {
    let from = 0;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const to = start + y * row + x * lanes;
        for (let c = 0; c < channels; c++) floats[to + c] = values[from++]!;
      }
    }
  };
}

/** Copies the last activation, HWC without gaps, to the caller. */
function outputReader(
  memory: ArrayBuffer,
  { address, pixelBytes, shape }: Place,
): (logits: Float32Array) => void {
  const { height, width, channels } = shape;
  const lanes = pixelBytes / FLOAT_BYTES;
  const values = new Float32Array(memory, address, height * width * lanes);
  if (height * width === 1 || lanes === channels) {
    const whole = values.subarray(0, height * width * channels);
    return (logits) => logits.set(whole);
  }
  return (logits) => {
    for (let i = 0; i < logits.length; i++) {
      logits[i] = values[Math.floor(i / channels) * lanes + i % channels]!;
    }
  };
}

/** Whether this runtime has `f32x4.relaxed_madd`. */
export function hasRelaxedMadd(): boolean {
  const probe = new FunctionBuilder("probe");
  const value = probe.v128();
  probe.push(value.set(relaxedMadd(zero, zero, zero)));
  return WebAssembly.validate(assembleModule([probe], 0));
}
