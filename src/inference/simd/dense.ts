/**
 * Dense layer that skips the rows of zero inputs, after relu the majority. First the inputs that are
 * not zero are listed, each with the address of its row of the kernel; an input that is zero is
 * written, too, but the place is used again, so that nothing has to be predicted. Then each block of
 * units goes through the list with its sums in registers.
 *
 *   kernel [input, as it lies in memory][units]     list {row address, value}
 */

import { type Dense } from "../network.ts";
import { tensor } from "../network_weights.ts";
import {
  add,
  type Code,
  FunctionBuilder,
  i32,
  isNotZero,
  lessThan,
  load,
  loadI32,
  loadSplat,
  loop,
  pmax,
  sequence,
  shiftLeft,
  store,
  storeI32,
  unroll,
  when,
  zero,
} from "./assembler.ts";
import { FLOAT_BYTES, LANES, lanesFor, type Place } from "./memory.ts";
import type { Emitter, Pass } from "./pass.ts";

/** Vectors of units whose sums stay in registers. */
const MOST_VECTORS = 8;
const ENTRY_BYTES = 8;
const ENTRY_BITS = 3;

/**
 * @param input the activation that is flattened, without room around it
 * @param out 1 x 1 x units
 */
export function emitDense(
  emitter: Emitter,
  layer: Dense,
  relu: boolean,
  input: Place,
  out: Place,
): Pass {
  const { memory, madd } = emitter;
  const { height, width } = input.shape;
  const inputBytes = height * input.rowBytes;
  const count = inputBytes / FLOAT_BYTES;
  const units = lanesFor(layer.units);
  const unitBytes = units * FLOAT_BYTES;
  const kernel = memory.constant(packKernel(emitter, layer, input));
  const bias = new Float32Array(units);
  bias.set(tensor(emitter.tensors, `${layer.name}.bias`));
  const biasAddress = memory.constant(bias);
  const list = memory.reserve((count + 1) * ENTRY_BYTES);

  const builder = new FunctionBuilder(layer.name);
  const [from, row, end, entry] = [
    builder.i32(),
    builder.i32(),
    builder.i32(),
    builder.i32(),
  ];
  const value = builder.v128();
  const vectors = units / LANES;
  const sums = builder.v128s(Math.min(vectors, MOST_VECTORS));
  const vectorBytes = LANES * FLOAT_BYTES;

  const block = (first: number): Code => {
    const size = Math.min(MOST_VECTORS, vectors - first);
    const offset = first * vectorBytes;
    return sequence(
      unroll(
        size,
        (i) => sums[i]!.set(load(i32(biasAddress), offset + i * vectorBytes)),
      ),
      when(
        lessThan(i32(list), end.get),
        loop(
          entry,
          i32(list),
          end.get,
          ENTRY_BYTES,
          row.set(loadI32(entry.get)),
          value.set(loadSplat(entry.get, FLOAT_BYTES)),
          unroll(size, (i) =>
            sums[i]!.set(
              madd(
                value.get,
                load(row.get, offset + i * vectorBytes),
                sums[i]!.get,
              ),
            )),
        ),
      ),
      unroll(size, (i) => {
        const sum = sums[i]!.get;
        return store(
          i32(out.address),
          relu ? pmax(sum, zero) : sum,
          offset + i * vectorBytes,
        );
      }),
    );
  };
  builder.push(
    end.set(i32(list)),
    row.set(i32(kernel)),
    loop(
      from,
      i32(input.address),
      i32(input.address + inputBytes),
      FLOAT_BYTES,
      storeI32(end.get, row.get),
      storeI32(end.get, loadI32(from.get), FLOAT_BYTES),
      end.set(
        add(
          end.get,
          shiftLeft(isNotZero(shiftLeft(loadI32(from.get), 1)), ENTRY_BITS),
        ),
      ),
      row.set(add(row.get, i32(unitBytes))),
    ),
    unroll(Math.ceil(vectors / MOST_VECTORS), (i) => block(i * MOST_VECTORS)),
  );
  return {
    function: builder,
    comment: `${layer.name}: ${
      height * width * input.shape.channels
    } inputs, zeros skipped, to ${layer.units} units${relu ? ", relu" : ""}`,
    multiplyAdds: count * units,
  };
}

/** Rows in the order in which the inputs lie in memory, zeros for those that fill up a vector. */
function packKernel(
  { tensors }: Emitter,
  layer: Dense,
  { shape, pixelBytes }: Place,
): Float32Array {
  const kernel = tensor(tensors, `${layer.name}.kernel`);
  const lanes = pixelBytes / FLOAT_BYTES;
  const units = lanesFor(layer.units);
  const pixels = shape.height * shape.width;
  const packed = new Float32Array(pixels * lanes * units);
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let c = 0; c < shape.channels; c++) {
      const from = (pixel * shape.channels + c) * layer.units;
      packed.set(
        kernel.subarray(from, from + layer.units),
        (pixel * lanes + c) * units,
      );
    }
  }
  return packed;
}
