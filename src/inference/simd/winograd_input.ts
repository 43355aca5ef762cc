import {
  add,
  FunctionBuilder,
  i32,
  load,
  type Local,
  loop,
  sequence,
  store,
  unroll,
} from "./assembler.ts";
import type { CookToom } from "./cook_toom.ts";
import { combine } from "./linear_combination.ts";
import { FLOAT_BYTES, LANES, type Place } from "./memory.ts";
import type { Emitter } from "./pass.ts";
import type { Scratch, Sizes } from "./winograd_tiles.ts";

/** V = B^T d B for every tile, four channels at once. */
export function emitInput(
  name: string,
  emitter: Emitter,
  { n, inputTransform }: CookToom,
  { m, tileRows, tileColumns, tiles, channels }: Sizes,
  input: Place,
  scratch: Scratch,
): FunctionBuilder {
  const builder = new FunctionBuilder(name);
  const [row, tile, from, to] = [
    builder.i32(),
    builder.i32(),
    builder.i32(),
    builder.i32(),
  ];
  const grid = builder.v128s(n * n);
  const column = builder.v128s(n);
  const frequencyBytes = tiles * channels * FLOAT_BYTES;
  const values = (locals: readonly Local[]) => locals.map(({ get }) => get);
  const transform = sequence(
    unroll(n, (x) =>
      sequence(
        unroll(n, (y) => {
          const offset = y * input.rowBytes + x * input.pixelBytes;
          return column[y]!.set(load(from.get, offset));
        }),
        unroll(n, (y) => {
          const sum = combine(
            inputTransform[y]!,
            values(column),
            builder,
            emitter,
          );
          return grid[y * n + x]!.set(sum);
        }),
      )),
    unroll(n, (y) => {
      const line = values(grid.slice(y * n, (y + 1) * n));
      return unroll(n, (x) => {
        const sum = combine(inputTransform[x]!, line, builder, emitter);
        return store(to.get, sum, (y * n + x) * frequencyBytes);
      });
    }),
    to.set(add(to.get, i32(LANES * FLOAT_BYTES))),
  );
  const tileBytes = m * input.pixelBytes;
  const rowBytes = m * input.rowBytes;
  builder.push(
    to.set(i32(scratch.v)),
    loop(
      row,
      i32(input.address),
      i32(input.address + tileRows * rowBytes),
      rowBytes,
      loop(
        tile,
        row.get,
        add(row.get, i32(tileColumns * tileBytes)),
        tileBytes,
        loop(
          from,
          tile.get,
          add(tile.get, i32(channels * FLOAT_BYTES)),
          LANES * FLOAT_BYTES,
          transform,
        ),
      ),
    ),
  );
  return builder;
}
