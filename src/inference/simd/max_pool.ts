import type { MaxPool } from "../network.ts";
import {
  add,
  FunctionBuilder,
  i32,
  load,
  loop,
  pmax,
  store,
} from "./assembler.ts";
import { FLOAT_BYTES, LANES, lanesFor, type Place } from "./memory.ts";
import type { Pass } from "./pass.ts";

/** The largest of each window, four channels at once. */
export function emitMaxPool(
  name: string,
  layer: MaxPool,
  input: Place,
  out: Place,
): Pass {
  const { height, width, channels } = out.shape;
  const builder = new FunctionBuilder(name);
  const [row, pixel, from, to] = [
    builder.i32(),
    builder.i32(),
    builder.i32(),
    builder.i32(),
  ];
  const vectorBytes = LANES * FLOAT_BYTES;
  const lanes = lanesFor(channels);
  const window = Array.from({ length: layer.size ** 2 }, (_, p) => {
    const y = Math.floor(p / layer.size);
    return load(
      from.get,
      y * input.rowBytes + p % layer.size * input.pixelBytes,
    );
  });
  const moveX = layer.stride * input.pixelBytes;
  const moveY = layer.stride * input.rowBytes;
  builder.push(
    to.set(i32(out.address)),
    loop(
      row,
      i32(input.address),
      i32(input.address + height * moveY),
      moveY,
      loop(
        pixel,
        row.get,
        add(row.get, i32(width * moveX)),
        moveX,
        loop(
          from,
          pixel.get,
          add(pixel.get, i32(lanes * FLOAT_BYTES)),
          vectorBytes,
          store(to.get, window.reduce((a, b) => pmax(a, b))),
          to.set(add(to.get, i32(vectorBytes))),
        ),
        to.set(add(to.get, i32(out.pixelBytes - lanes * FLOAT_BYTES))),
      ),
      to.set(add(to.get, i32(out.rowBytes - width * out.pixelBytes))),
    ),
  );
  return {
    function: builder,
    comment: `${name}: ${layer.size}x${layer.size}, stride ${layer.stride}`,
    multiplyAdds: 0,
  };
}
