/**
 * The WebAssembly instructions that the emitters use, by their names in the text format, with their
 * encoding (https://webassembly.github.io/spec/core/binary/instructions.html and the relaxed SIMD
 * proposal) and what follows the opcode.
 */

export type Immediate =
  | "none"
  /** A signed 32-bit number. */
  | "i32"
  /** The index of a local, a function or a label. */
  | "index"
  /** Alignment and offset. */
  | "memory"
  /** Sixteen bytes. */
  | "v128"
  /** The type of a block. */
  | "block";

const SIMD = 0xfd;

/** Opcodes above 0x7f after the SIMD prefix are LEB128 numbers of two bytes. */
const OPCODES = {
  "loop": [[0x03], "block"],
  "if": [[0x04], "block"],
  "else": [[0x05], "none"],
  "end": [[0x0b], "none"],
  "br_if": [[0x0d], "index"],
  "call": [[0x10], "index"],
  "local.get": [[0x20], "index"],
  "local.set": [[0x21], "index"],
  "local.tee": [[0x22], "index"],
  "i32.load": [[0x28], "memory"],
  "i32.store": [[0x36], "memory"],
  "i32.const": [[0x41], "i32"],
  "i32.eqz": [[0x45], "none"],
  "i32.ne": [[0x47], "none"],
  "i32.lt_u": [[0x49], "none"],
  "i32.add": [[0x6a], "none"],
  "i32.mul": [[0x6c], "none"],
  "i32.shl": [[0x74], "none"],
  "v128.load": [[SIMD, 0x00], "memory"],
  "v128.load32_splat": [[SIMD, 0x09], "memory"],
  "v128.store": [[SIMD, 0x0b], "memory"],
  "v128.const": [[SIMD, 0x0c], "v128"],
  "v128.or": [[SIMD, 0x50], "none"],
  "v128.any_true": [[SIMD, 0x53], "none"],
  "f32x4.ne": [[SIMD, 0x42], "none"],
  "f32x4.add": [[SIMD, 0xe4, 0x01], "none"],
  "f32x4.sub": [[SIMD, 0xe5, 0x01], "none"],
  "f32x4.mul": [[SIMD, 0xe6, 0x01], "none"],
  "f32x4.pmax": [[SIMD, 0xeb, 0x01], "none"],
  "f32x4.relaxed_madd": [[SIMD, 0x85, 0x02], "none"],
} as const satisfies Record<string, readonly [readonly number[], Immediate]>;

export type Mnemonic = keyof typeof OPCODES;

export function opcode(name: Mnemonic): readonly number[] {
  return OPCODES[name][0];
}

/** Every instruction, for reading code back. */
export function instructions(): readonly {
  readonly name: Mnemonic;
  readonly bytes: readonly number[];
  readonly immediate: Immediate;
}[] {
  return (Object.keys(OPCODES) as Mnemonic[]).map((name) => ({
    name,
    bytes: OPCODES[name][0],
    immediate: OPCODES[name][1],
  }));
}
