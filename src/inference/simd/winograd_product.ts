import { type Conv2d } from "../network.ts";
import { tensor } from "../network_weights.ts";
import {
  add,
  type Code,
  FunctionBuilder,
  i32,
  load,
  loadSplat,
  type Local,
  loop,
  multiply,
  sequence,
  store,
  unroll,
  zero,
} from "./assembler.ts";
import { type CookToom, transformKernel } from "./cook_toom.ts";
import { FLOAT_BYTES, LANES } from "./memory.ts";
import type { Emitter } from "./pass.ts";
import type { Scratch, Sizes } from "./winograd_tiles.ts";

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

/** M = U V for every frequency. */
export function emitProduct(
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
  const columns = new Float64Array(n * 3);
  const u = new Float64Array(n * n);
  for (let c = 0; c < inputs; c++) {
    for (let k = 0; k < layer.filters; k++) {
      for (let tap = 0; tap < 9; tap++) {
        taps[tap] = kernel[(tap * inputs + c) * layer.filters + k]!;
      }
      transformKernel(u, columns, taps, matrices);
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
