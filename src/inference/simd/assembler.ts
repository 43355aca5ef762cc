/**
 * A small WebAssembly assembler. An expression or a statement is an array of bytes; operands come
 * first, as the stack machine wants them, so that code reads as nested calls:
 *
 *   store(to, pmax(madd(x, w, sum), zero))
 *
 * Only what the kernels need is here: functions from i32s to an i32 or nothing, locals of the types
 * i32 and v128, one memory.
 */

import { type Mnemonic, opcode } from "./opcodes.ts";

/** Bytes of instructions. */
export type Code = readonly number[];

const I32 = 0x7f;
const V128 = 0x7b;
const NO_RESULT = 0x40;

const NOTHING: Code = [];

/** One after the other: several times as fast as `flat()`, which is most of what starting takes. */
function joined(parts: readonly Code[]): Code {
  return NOTHING.concat(...parts);
}

/** Joins statements. */
export function sequence(...parts: readonly Code[]): Code {
  return joined(parts);
}

/** Repeats a statement while the code is made: an unrolled loop. */
export function unroll(count: number, part: (index: number) => Code): Code {
  return joined(Array.from({ length: count }, (_, index) => part(index)));
}

function operation(name: Mnemonic, ...operands: readonly Code[]): Code {
  return joined([...operands, opcode(name)]);
}

function access(
  name: Mnemonic,
  operands: readonly Code[],
  align: number,
  offset: number,
): Code {
  return joined([...operands, opcode(name), [align], unsigned(offset)]);
}

/** Alignments as powers of two. */
const ALIGN_4 = 2;
const ALIGN_16 = 4;

export const i32 = (
  value: number,
): Code => [...opcode("i32.const"), ...signed(value)];
export const add = (a: Code, b: Code): Code => operation("i32.add", a, b);
export const multiply = (a: Code, b: Code): Code => operation("i32.mul", a, b);
export const lessThan = (a: Code, b: Code): Code => operation("i32.lt_u", a, b);
export const isZero = (a: Code): Code => operation("i32.eqz", a);
export const isNotZero = (a: Code): Code => operation("i32.ne", a, i32(0));
export const shiftLeft = (a: Code, bits: number): Code =>
  operation("i32.shl", a, i32(bits));
export const loadI32 = (address: Code, offset = 0): Code =>
  access("i32.load", [address], ALIGN_4, offset);
export const storeI32 = (address: Code, value: Code, offset = 0): Code =>
  access("i32.store", [address, value], ALIGN_4, offset);

/** Four floats. */
export const load = (address: Code, offset = 0): Code =>
  access("v128.load", [address], ALIGN_16, offset);
/** One float, four times. */
export const loadSplat = (address: Code, offset = 0): Code =>
  access("v128.load32_splat", [address], ALIGN_4, offset);
export const store = (address: Code, value: Code, offset = 0): Code =>
  access("v128.store", [address, value], ALIGN_16, offset);
export const plus = (a: Code, b: Code): Code => operation("f32x4.add", a, b);
export const minus = (a: Code, b: Code): Code => operation("f32x4.sub", a, b);
export const times = (a: Code, b: Code): Code => operation("f32x4.mul", a, b);
export const differs = (a: Code, b: Code): Code => operation("f32x4.ne", a, b);
/** a < b ? b : a: one instruction where `max`, with its rules for NaN and -0, takes several. */
export const pmax = (a: Code, b: Code): Code => operation("f32x4.pmax", a, b);
export const or = (a: Code, b: Code): Code => operation("v128.or", a, b);
export const anyTrue = (a: Code): Code => operation("v128.any_true", a);

/** One number, four times. */
export function constant(value: number): Code {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  for (let lane = 0; lane < 4; lane++) view.setFloat32(lane * 4, value, true);
  return [...opcode("v128.const"), ...bytes];
}

export const zero: Code = constant(0);

/** How a b + c is computed. */
export type MultiplyAdd = (a: Code, b: Code, c: Code) => Code;

/** Two roundings: runs wherever SIMD does. */
export const separateMadd: MultiplyAdd = (a, b, c) => plus(times(a, b), c);
/** One instruction on processors that have it; rounds once or twice, as they do. */
export const relaxedMadd: MultiplyAdd = (a, b, c) =>
  operation("f32x4.relaxed_madd", a, b, c);

/** A local variable of a function. */
export interface Local {
  readonly get: Code;
  set(value: Code): Code;
  tee(value: Code): Code;
}

/** Collects the locals and the statements of a function. */
export class FunctionBuilder {
  readonly #types: number[] = [];
  readonly #body: Code[] = [];
  readonly #constants = new Map<number, Local>();

  /** @param name under which the function is exported */
  constructor(
    readonly name: string,
    readonly result: "nothing" | "i32" = "nothing",
  ) {}

  i32(): Local {
    return this.#local(I32);
  }

  v128(): Local {
    return this.#local(V128);
  }

  v128s(count: number): Local[] {
    return Array.from({ length: count }, () => this.v128());
  }

  /**
   * One number, four times, from a local that is set once where the function begins: V8 builds a
   * vector constant from immediates at every use, which takes longer than the sum it is used in.
   */
  constant(value: number): Code {
    const known = this.#constants.get(value);
    if (known) return known.get;
    const local = this.v128();
    this.#constants.set(value, local);
    return local.get;
  }

  push(...statements: readonly Code[]): void {
    this.#body.push(...statements);
  }

  /** The statements, without what the module puts around them. */
  get code(): Code {
    const constants = [...this.#constants].map(([value, local]) =>
      local.set(constant(value))
    );
    return joined([...constants, ...this.#body]);
  }

  /** Locals and statements, as the code section holds them. */
  encode(): Code {
    const locals = this.#types.map((type) => [1, type]);
    const body = joined([vector(locals), this.code, opcode("end")]);
    return joined([unsigned(body.length), body]);
  }

  #local(type: number): Local {
    const index = unsigned(this.#types.push(type) - 1);
    return {
      get: joined([opcode("local.get"), index]),
      set: (value) => joined([value, opcode("local.set"), index]),
      tee: (value) => joined([value, opcode("local.tee"), index]),
    };
  }
}

/** for (variable = from; variable < to; variable += step) body; runs at least once. */
export function loop(
  variable: Local,
  from: Code,
  to: Code,
  step: number,
  ...body: readonly Code[]
): Code {
  return sequence(
    variable.set(from),
    [...opcode("loop"), NO_RESULT],
    ...body,
    lessThan(variable.tee(add(variable.get, i32(step))), to),
    [...opcode("br_if"), 0, ...opcode("end")],
  );
}

export function when(condition: Code, ...body: readonly Code[]): Code {
  return sequence(condition, [...opcode("if"), NO_RESULT], ...body, [
    ...opcode("end"),
  ]);
}

export function choose(condition: Code, yes: Code, no: Code): Code {
  return sequence(
    condition,
    [...opcode("if"), NO_RESULT],
    yes,
    opcode("else"),
    no,
    opcode("end"),
  );
}

/** @param index of the function in its module */
export function call(index: number): Code {
  return [...opcode("call"), ...unsigned(index)];
}

const PAGE_BYTES = 65536;

/**
 * A module that exports its memory as `memory` and every function by its name
 * (https://webassembly.github.io/spec/core/binary/modules.html).
 */
export function assembleModule(
  functions: readonly FunctionBuilder[],
  memoryBytes: number,
): Uint8Array<ArrayBuffer> {
  const types = [[0x60, 0, 0], [0x60, 0, 1, I32]];
  const exports = [
    [...text("memory"), 2, 0],
    ...functions.map((
      { name },
      index,
    ) => [...text(name), 0, ...unsigned(index)]),
  ];
  const pages = unsigned(Math.ceil(memoryBytes / PAGE_BYTES));
  return new Uint8Array(joined([
    [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    section(1, vector(types)),
    section(
      3,
      vector(functions.map(({ result }) => [result === "i32" ? 1 : 0])),
    ),
    section(5, vector([[0, ...pages]])),
    section(7, vector(exports)),
    section(10, vector(functions.map((builder) => builder.encode()))),
  ]));
}

function section(id: number, content: Code): Code {
  return joined([[id], unsigned(content.length), content]);
}

function vector(items: readonly Code[]): Code {
  return joined([unsigned(items.length), ...items]);
}

function text(name: string): Code {
  const bytes = new TextEncoder().encode(name);
  return [...unsigned(bytes.length), ...bytes];
}

/** LEB128: seven bits a byte, the lowest first; the top bit says that more follow. */
function unsigned(value: number): Code {
  const bytes: number[] = [];
  do {
    const low = value & 0x7f;
    value >>>= 7;
    bytes.push(value === 0 ? low : low | 0x80);
  } while (value !== 0);
  return bytes;
}

/** LEB128 of a signed number: ends where the rest is only the sign. */
function signed(value: number): Code {
  const bytes: number[] = [];
  for (;;) {
    const low = value & 0x7f;
    value >>= 7;
    const done = (value === 0 && (low & 0x40) === 0) ||
      (value === -1 && (low & 0x40) !== 0);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}
