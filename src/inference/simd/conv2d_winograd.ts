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

import type { Conv2d } from "../network.ts";
import { cookToom } from "./cook_toom.ts";
import { lanesFor, type Place } from "./memory.ts";
import type { Emitter, Pass } from "./pass.ts";
import { emitInput } from "./winograd_input.ts";
import { emitOutput } from "./winograd_output.ts";
import { emitProduct } from "./winograd_product.ts";
import type { Scratch, Sizes, WinogradPlan } from "./winograd_tiles.ts";

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
