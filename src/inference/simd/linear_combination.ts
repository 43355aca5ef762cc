import {
  type Code,
  type FunctionBuilder,
  minus,
  plus,
  times,
  zero,
} from "./assembler.ts";
import type { Emitter } from "./pass.ts";

/** Sum of row[i] * values[i]; factors of 0, 1 and -1 cost no multiplication. */
export function combine(
  row: readonly number[],
  values: readonly Code[],
  builder: FunctionBuilder,
  { madd }: Emitter,
): Code {
  let sum: Code | null = null;
  const first = row.findIndex((factor) => factor === 1);
  const start = first >= 0 ? first : row.findIndex((factor) => factor !== 0);
  for (let step = 0; step < row.length; step++) {
    const i = (start + step) % row.length;
    const factor = row[i]!;
    const value = values[i]!;
    if (factor === 0) continue;
    if (sum === null) {
      sum = factor === 1 ? value : times(value, builder.constant(factor));
    } else if (factor === 1) sum = plus(sum, value);
    else if (factor === -1) sum = minus(sum, value);
    else sum = madd(value, builder.constant(factor), sum);
  }
  return sum ?? zero;
}
