import {
  add,
  FunctionBuilder,
  i32,
  load,
  loop,
  pmax,
  store,
  zero,
} from "./assembler.ts";
import { FLOAT_BYTES, LANES, type Place } from "./memory.ts";
import type { Pass } from "./pass.ts";

/** max(x, 0), row by row. */
export function emitRelu(name: string, input: Place, out: Place): Pass {
  const builder = new FunctionBuilder(name);
  const [row, from, to] = [builder.i32(), builder.i32(), builder.i32()];
  const vectorBytes = LANES * FLOAT_BYTES;
  const { height, width } = input.shape;
  const bytes = width * input.pixelBytes;
  builder.push(
    to.set(i32(out.address)),
    loop(
      row,
      i32(input.address),
      i32(input.address + height * input.rowBytes),
      input.rowBytes,
      loop(
        from,
        row.get,
        add(row.get, i32(bytes)),
        vectorBytes,
        store(to.get, pmax(load(from.get), zero)),
        to.set(add(to.get, i32(vectorBytes))),
      ),
      to.set(add(to.get, i32(out.rowBytes - bytes))),
    ),
  );
  return { function: builder, comment: name, multiplyAdds: 0 };
}
