/**
 * 3x3 convolution with stride 1 by Winograd's minimal filtering, F(m x m, 3 x 3); see
 * `cook_toom.ts` for the mathematics. Three functions:
 *
 *   input     V = B^T d B   for each tile, four channels at once; additions, few multiplications
 *   product   M = U V       for each of the n^2 frequencies a product of matrices,
 *                           tiles x channels by channels x filters: where the time goes
 *   output    Y = A^T M A   for each tile, four filters at once, with bias and relu
 *
 *   V [n^2][tiles][channels]   U [n^2][block of filters][channels][filters of the block]
 *   M [n^2][tiles][filters]
 *
 * In the product a block of tiles x vectors of filters stays in registers while the channels go by:
 * each step loads one vector of U for each vector of filters and splats one value of V for each
 * tile. Sixteen registers hold 5 x 2 sums, 2 of U and 1 of V with room to spare; one tile alone
 * takes 8 vectors of filters instead, so that as many sums are under way.
 *
 * A larger tile saves multiplications (m = 5: 1.96 instead of 9 for each output) but computes more
 * outputs beyond the edge and reads a larger U: `chooseTile` weighs the three.
 */

import { type Conv2d } from "../network.ts";
import { tensor } from "../loops/tensor.ts";
import {
  add,
  type Code,
  FunctionBuilder,
  i32,
  load,
  loadSplat,
  type Local,
  loop,
  minus,
  multiply,
  plus,
  pmax,
  sequence,
  store,
  times,
  unroll,
  zero,
} from "./assembler.ts";
import {
  type CookToom,
  cookToom,
  TILE_SIDES,
  transformKernel,
} from "./cook_toom.ts";
import { FLOAT_BYTES, LANES, lanesFor, type Place } from "./memory.ts";
import type { Emitter, Pass } from "./pass.ts";

/** A 3x3 convolution with the tiles that cover its output. */
export interface WinogradPlan {
  readonly m: number;
  readonly tileRows: number;
  readonly tileColumns: number;
}

/** Bytes that a core moves from its second-level cache in the time of one vector multiply-add. */
const CACHE_BYTES_PER_MADD = 8;
/** Vector instructions done in the time of one vector multiply-add: transforms wait for neither. */
const TRANSFORM_SHARE = 1;

/** The tile side that takes the least time, by an estimate in vector multiply-adds. */
export function chooseTile(
  outHeight: number,
  outWidth: number,
  channels: number,
  filters: number,
): WinogradPlan {
  const plans = TILE_SIDES.map((m) => {
    const n = m + 2;
    const tileRows = Math.ceil(outHeight / m);
    const tileColumns = Math.ceil(outWidth / m);
    const tiles = tileRows * tileColumns;
    const [c, k] = [lanesFor(channels), lanesFor(filters)];
    const product = n * n * tiles * c * k / LANES;
    const kernel = n * n * c * k * FLOAT_BYTES / CACHE_BYTES_PER_MADD;
    const input = tiles * c / LANES * 2 * n * n * (n - 1);
    const output = tiles * k / LANES * (n + m) * m * n;
    const cost = Math.max(product, kernel) + TRANSFORM_SHARE * (input + output);
    return { m, tileRows, tileColumns, cost };
  });
  return plans.reduce((best, plan) => plan.cost < best.cost ? plan : best);
}

/** Bytes of V and of M. */
export function winogradScratch(
  { m, tileRows, tileColumns }: WinogradPlan,
  channels: number,
  filters: number,
): { readonly v: number; readonly m: number } {
  const vectors = (m + 2) ** 2 * tileRows * tileColumns * FLOAT_BYTES;
  return { v: vectors * lanesFor(channels), m: vectors * lanesFor(filters) };
}

/** Where V and M lie; shared by all layers. */
export interface Scratch {
  readonly v: number;
  readonly m: number;
}

/**
 * @param input with the zeros around it, which begin at `input.address`
 * @param out where the outputs go; those beyond `out.shape` are dropped
 */
export function emitConv2dWinograd(
  emitter: Emitter,
  layer: Conv2d,
  relu: boolean,
  plan: WinogradPlan,
  input: Place,
  out: Place,
  scratch: Scratch,
): Pass[] {
  const matrices = cookToom(plan.m);
  const sizes: Sizes = {
    ...plan,
    n: matrices.n,
    tiles: plan.tileRows * plan.tileColumns,
    channels: lanesFor(input.shape.channels),
    filters: lanesFor(layer.filters),
  };
  const tile = `F(${plan.m}x${plan.m},3x3), ${sizes.tiles} tiles`;
  const { n, tiles, channels, filters } = sizes;
  return [
    {
      function: emitInput(
        `${layer.name}.input`,
        emitter,
        matrices,
        sizes,
        input,
        scratch,
      ),
      comment: `${layer.name}: ${tile}, V = B^T d B for ${channels} channels`,
      multiplyAdds: 0,
    },
    {
      function: emitProduct(
        `${layer.name}.product`,
        emitter,
        layer,
        matrices,
        sizes,
        scratch,
      ),
      comment: `${layer.name}: ${
        n * n
      } products of ${tiles}x${channels} by ${channels}x${filters}`,
      multiplyAdds: n * n * tiles * channels * filters,
    },
    {
      function: emitOutput(
        `${layer.name}.output`,
        emitter,
        layer,
        relu,
        matrices,
        sizes,
        out,
        scratch,
      ),
      comment: `${layer.name}: Y = A^T M A + bias${
        relu ? ", relu" : ""
      } for ${filters} filters`,
      multiplyAdds: 0,
    },
  ];
}

interface Sizes extends WinogradPlan {
  readonly n: number;
  readonly tiles: number;
  /** Whole vectors. */
  readonly channels: number;
  readonly filters: number;
}

/** Sum of row[i] * values[i]; factors of 0, 1 and -1 cost no multiplication. */
function combine(
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

function emitInput(
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

/** Tiles computed at once at most: 5 x 2 sums, 2 of U and 1 of V are 13 of 16 registers. */
const MOST_TILES = 5;
/** Channels between two jumps. */
const UNROLLED_CHANNELS = 4;

/** How the product is cut into blocks that registers hold. */
interface Blocking {
  /** Vectors of filters at once. */
  readonly vectors: number;
  /** Tiles at once, one block after another; as even as they can be. */
  readonly tiles: readonly number[];
}

function blockingOf(tiles: number, filters: number): Blocking {
  const blocks = Math.ceil(tiles / MOST_TILES);
  const sizes = Array.from(
    { length: blocks },
    (_, i) => Math.floor((tiles + i) / blocks),
  ).toSorted((a, b) => b - a);
  const wished = { 1: 8, 2: 4, 3: 3 }[sizes[0]!] ?? 2;
  // A block that does not divide the filters leaves a narrow rest.
  const all = filters / LANES;
  const vectors = Array.from({ length: wished }, (_, i) => wished - i)
    .find((count) => all % count === 0 && count * 2 >= wished) ??
    Math.min(wished, all);
  return { vectors, tiles: sizes };
}

function emitProduct(
  name: string,
  emitter: Emitter,
  layer: Conv2d,
  matrices: CookToom,
  sizes: Sizes,
  scratch: Scratch,
): FunctionBuilder {
  const { n, tiles, channels, filters } = sizes;
  const blocking = blockingOf(tiles, filters);
  const kernel = emitter.memory.constant(
    packKernel(emitter, layer, matrices, sizes, blocking),
  );
  const builder = new FunctionBuilder(name);
  const [frequency, block, u, v, m] = [
    builder.i32(),
    builder.i32(),
    builder.i32(),
    builder.i32(),
    builder.i32(),
  ];
  const registers: Registers = {
    u: builder.i32(),
    v: builder.i32(),
    end: builder.i32(),
    group: builder.i32(),
    sums: builder.v128s(Math.max(...blocking.tiles) * blocking.vectors),
    weights: builder.v128s(blocking.vectors),
    value: builder.v128(),
  };
  const channelBytes = channels * FLOAT_BYTES;
  const filterBytes = filters * FLOAT_BYTES;
  const allVectors = filters / LANES;
  const wholeBlocks = Math.floor(allVectors / blocking.vectors);
  const rest = allVectors % blocking.vectors;
  const blockBytes = blocking.vectors * LANES * FLOAT_BYTES;
  const product = (vectors: number) =>
    emitBlocks(emitter, registers, {
      ...sizes,
      vectors,
      groups: blocking.tiles,
    }, { u, v, m });
  builder.push(
    u.set(i32(kernel)),
    v.set(i32(scratch.v)),
    m.set(i32(scratch.m)),
    loop(
      frequency,
      i32(0),
      i32(n * n),
      1,
      loop(
        block,
        i32(0),
        i32(wholeBlocks),
        1,
        product(blocking.vectors),
        u.set(add(u.get, i32(channels * blockBytes))),
        m.set(add(m.get, i32(blockBytes))),
      ),
      rest === 0 ? [] : sequence(
        product(rest),
        u.set(add(u.get, i32(channels * rest * LANES * FLOAT_BYTES))),
      ),
      v.set(add(v.get, i32(tiles * channelBytes))),
      m.set(add(m.get, i32(tiles * filterBytes - wholeBlocks * blockBytes))),
    ),
  );
  return builder;
}

interface Registers {
  readonly u: Local;
  readonly v: Local;
  readonly end: Local;
  readonly group: Local;
  readonly sums: readonly Local[];
  readonly weights: readonly Local[];
  readonly value: Local;
}

/** All tiles for one block of filters: runs of equal groups of tiles become loops. */
function emitBlocks(
  emitter: Emitter,
  registers: Registers,
  sizes: Sizes & {
    readonly vectors: number;
    readonly groups: readonly number[];
  },
  at: { readonly u: Local; readonly v: Local; readonly m: Local },
): Code {
  const { channels, filters, groups } = sizes;
  const runs = [...Map.groupBy(groups, (size) => size)];
  let first = 0;
  return sequence(...runs.map(([size, group]) => {
    const vBytes = size * channels * FLOAT_BYTES;
    const mBytes = size * filters * FLOAT_BYTES;
    const start = first;
    first += size * group.length;
    const step = (index: Code | null) => {
      const vAt = add(at.v.get, i32(start * channels * FLOAT_BYTES));
      const mAt = add(at.m.get, i32(start * filters * FLOAT_BYTES));
      return emitBlock(
        emitter,
        registers,
        sizes,
        size,
        at.u.get,
        index === null ? vAt : add(vAt, multiply(index, i32(vBytes))),
        index === null ? mAt : add(mAt, multiply(index, i32(mBytes))),
      );
    };
    return group.length === 1 ? step(null) : loop(
      registers.group,
      i32(0),
      i32(group.length),
      1,
      step(registers.group.get),
    );
  }));
}

/** `tiles` x `vectors` sums in registers while the channels go by. */
function emitBlock(
  { madd }: Emitter,
  { u, v, end, sums, weights, value }: Registers,
  { channels, filters, vectors }: Sizes & { readonly vectors: number },
  tiles: number,
  uAt: Code,
  vAt: Code,
  mAt: Code,
): Code {
  const vectorBytes = LANES * FLOAT_BYTES;
  const step = (channel: number) =>
    sequence(
      unroll(vectors, (k) =>
        weights[k]!.set(load(u.get, (channel * vectors + k) * vectorBytes))),
      unroll(tiles, (t) =>
        sequence(
          value.set(loadSplat(v.get, (t * channels + channel) * FLOAT_BYTES)),
          unroll(vectors, (k) => {
            const sum = sums[t * vectors + k]!;
            return sum.set(madd(value.get, weights[k]!.get, sum.get));
          }),
        )),
    );
  return sequence(
    unroll(tiles * vectors, (i) => sums[i]!.set(zero)),
    u.set(uAt),
    v.set(vAt),
    end.set(add(v.get, i32(channels * FLOAT_BYTES))),
    loop(
      v,
      v.get,
      end.get,
      UNROLLED_CHANNELS * FLOAT_BYTES,
      unroll(UNROLLED_CHANNELS, step),
      u.set(add(u.get, i32(UNROLLED_CHANNELS * vectors * vectorBytes))),
    ),
    u.set(mAt),
    unroll(
      tiles,
      (t) =>
        unroll(vectors, (k) =>
          store(
            u.get,
            sums[t * vectors + k]!.get,
            t * filters * FLOAT_BYTES + k * vectorBytes,
          )),
    ),
  );
}

/** U = G g G^T as [frequency][block of filters][channels][filters of the block]. */
function packKernel(
  { tensors }: Emitter,
  layer: Conv2d,
  matrices: CookToom,
  { n, channels, filters }: Sizes,
  { vectors }: Blocking,
): Float32Array {
  const kernel = tensor(tensors, `${layer.name}.kernel`);
  const inputs = kernel.length / (9 * layer.filters);
  const packed = new Float32Array(n * n * channels * filters);
  const taps = new Float64Array(9);
  for (let c = 0; c < inputs; c++) {
    for (let k = 0; k < layer.filters; k++) {
      for (let tap = 0; tap < 9; tap++) {
        taps[tap] = kernel[(tap * inputs + c) * layer.filters + k]!;
      }
      const u = transformKernel(matrices, taps);
      const width = vectors * LANES;
      const start = k - k % width;
      const blockWidth = Math.min(width, filters - start);
      for (let f = 0; f < n * n; f++) {
        packed[(f * filters + start) * channels + c * blockWidth + k - start] =
          u[f]!;
      }
    }
  }
  return packed;
}

function emitOutput(
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

/** Filled up with zeros to whole vectors. */
export function packBias(
  { tensors }: Pick<Emitter, "tensors">,
  layer: Conv2d,
  filters: number,
): Float32Array {
  const packed = new Float32Array(filters);
  if (layer.bias) packed.set(tensor(tensors, `${layer.name}.bias`));
  return packed;
}
