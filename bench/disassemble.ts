import { instructions } from "../src/inference/simd/opcodes.ts";
import type { Pass } from "../src/inference/simd/pass.ts";

/** The text of one pass: what it does, then its instructions, blocks indented. */
export function disassemble({ comment, function: builder }: Pass): string {
  const lines = [`;; ${comment}`, `(func $${builder.name}`];
  const reader = new Reader(builder.code);
  let depth = 1;
  while (!reader.done) {
    const { name, operands } = reader.next();
    if (name === "end" || name === "else") depth--;
    lines.push("  ".repeat(depth) + [name, ...operands].join(" "));
    if (name === "loop" || name === "if" || name === "else") depth++;
  }
  return [...lines, ")"].join("\n");
}

const INSTRUCTIONS = instructions();

class Reader {
  #at = 0;

  constructor(private readonly code: readonly number[]) {}

  get done(): boolean {
    return this.#at >= this.code.length;
  }

  next(): { name: string; operands: string[] } {
    const found = INSTRUCTIONS.find(({ bytes }) =>
      bytes.every((byte, i) => this.code[this.#at + i] === byte)
    );
    if (!found) {
      throw new RangeError(`Cannot disassemble: unknown opcode at ${this.#at}`);
    }
    this.#at += found.bytes.length;
    switch (found.immediate) {
      case "none":
        return { name: found.name, operands: [] };
      case "block":
        this.#at++;
        return { name: found.name, operands: [] };
      case "memory": {
        this.#at++;
        return { name: found.name, operands: [`offset=${this.#leb(false)}`] };
      }
      case "v128": {
        const bytes = Uint8Array.from(this.code.slice(this.#at, this.#at + 16));
        this.#at += 16;
        const lanes = new Float32Array(bytes.buffer);
        return {
          name: found.name,
          operands: ["f32x4", ...Array.from(lanes, String)],
        };
      }
      case "i32":
      case "index":
        return {
          name: found.name,
          operands: [String(this.#leb(found.immediate === "i32"))],
        };
    }
  }

  #leb(signed: boolean): number {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = this.code[this.#at++]!;
      value |= (byte & 0x7f) << shift;
      shift += 7;
      if (byte & 0x80) continue;
      return signed && shift < 32 && byte & 0x40
        ? value | (-1 << shift)
        : value;
    }
  }
}
