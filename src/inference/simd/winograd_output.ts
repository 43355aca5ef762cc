import type { Conv2d } from "../network.ts";
import {
  add,
  type Code,
  FunctionBuilder,
  i32,
  load,
  type Local,
  loop,
  minus,
  multiply,
  plus,
  pmax,
  sequence,
  store,
  unroll,
  zero,
} from "./assembler.ts";
import { packBias } from "./bias.ts";
import type { CookToom } from "./cook_toom.ts";
import { combine } from "./linear_combination.ts";
import { FLOAT_BYTES, LANES, type Place } from "./memory.ts";
import type { Emitter } from "./pass.ts";
import type { Scratch, Sizes } from "./winograd_tiles.ts";

/** Y = A^T M A with bias and relu for every tile, four filters at once. */
export function emitOutput(
  name: string,
  emitter: Emitter,
  layer: Conv2d,
  relu: boolean,
  { n, outputTransform }: CookToom,
  { m, tileRows, tileColumns, tiles, filters }: Sizes,
  out: Place,
  scratch: Scratch,
): FunctionBuilder {
  const bias = emitter.memory.constant(packBias(emitter, layer, filters));
  const builder = new FunctionBuilder(name);
  const [from, to, k, row, tile] = [
    builder.i32(),
    builder.i32(),
    builder.i32(),
    builder.i32(),
    builder.i32(),
  ];
  const grid = builder.v128s(m * n);
  const line = builder.v128s(n);
  const biasLocal = builder.v128();
  const spare = builder.v128();
  const vectorBytes = LANES * FLOAT_BYTES;
  const frequencyBytes = tiles * filters * FLOAT_BYTES;
  const columns = unroll(n, (x) =>
    sequence(
      unroll(n, (y) =>
        line[y]!.set(load(from.get, (y * n + x) * frequencyBytes))),
      pairUp(line, spare),
      unroll(m, (y) =>
        grid[y * n + x]!.set(
          combinePairs(outputTransform[y]!, y, line, builder, emitter),
        )),
    ));
  const rows = (height: number, width: number) =>
    unroll(height, (y) =>
      sequence(
        unroll(n, (x) => line[x]!.set(grid[y * n + x]!.get)),
        pairUp(line, spare),
        unroll(width, (x) => {
          const sum = plus(
            combinePairs(outputTransform[x]!, x, line, builder, emitter),
            biasLocal.get,
          );
          const offset = y * out.rowBytes + x * out.pixelBytes;
          return store(to.get, relu ? pmax(sum, zero) : sum, offset);
        }),
      ));
  /** The tiles in a range of rows and columns, each writing height x width outputs. */
  const region = (y: Span, x: Span) =>
    loop(
      row,
      i32(y.first),
      i32(y.end),
      1,
      loop(
        tile,
        i32(x.first),
        i32(x.end),
        1,
        from.set(add(
          i32(scratch.m),
          multiply(
            add(multiply(row.get, i32(tileColumns)), tile.get),
            i32(filters * FLOAT_BYTES),
          ),
        )),
        to.set(add(
          add(i32(out.address), multiply(row.get, i32(m * out.rowBytes))),
          multiply(tile.get, i32(m * out.pixelBytes)),
        )),
        loop(
          k,
          i32(bias),
          i32(bias + filters * FLOAT_BYTES),
          vectorBytes,
          biasLocal.set(load(k.get)),
          columns,
          rows(y.inside, x.inside),
          from.set(add(from.get, i32(vectorBytes))),
          to.set(add(to.get, i32(vectorBytes))),
        ),
      ),
    );
  for (const y of spans(tileRows, m, out.shape.height)) {
    for (const x of spans(tileColumns, m, out.shape.width)) {
      builder.push(region(y, x));
    }
  }
  return builder;
}

/** Tiles along one axis that have as many outputs inside the edge. */
interface Span {
  readonly first: number;
  readonly end: number;
  readonly inside: number;
}

/** The whole tiles, then the one that reaches over the edge. */
function spans(tiles: number, m: number, length: number): Span[] {
  const whole = Math.floor(length / m);
  return [
    { first: 0, end: whole, inside: m },
    { first: whole, end: tiles, inside: length - whole * m },
  ].filter(({ first, end }) => first < end);
}

/** The points come as 0, then pairs of a and -a: how many pairs there are among n - 1. */
function pairs(n: number): number {
  return Math.min(2, Math.floor((n - 2) / 2));
}

/**
 * Replaces the values at a and -a by their sum and their difference. A power of a meets the sum
 * where it is even and the difference where it is odd, which halves what is left to do.
 */
function pairUp(line: readonly Local[], spare: Local): Code {
  return unroll(pairs(line.length), (pair) => {
    const [a, b] = [line[1 + 2 * pair]!, line[2 + 2 * pair]!];
    return sequence(
      spare.set(a.get),
      a.set(plus(a.get, b.get)),
      b.set(minus(spare.get, b.get)),
    );
  });
}

/** A row of the output transform, for the power `power` of the points, on paired values. */
function combinePairs(
  row: readonly number[],
  power: number,
  line: readonly Local[],
  builder: FunctionBuilder,
  emitter: Emitter,
): Code {
  const paired = row.slice();
  for (let pair = 0; pair < pairs(row.length); pair++) {
    const [a, b] = [1 + 2 * pair, 2 + 2 * pair];
    paired[power % 2 === 0 ? b : a] = 0;
    paired[power % 2 === 0 ? a : b] = row[a]!;
  }
  return combine(paired, line.map(({ get }) => get), builder, emitter);
}
