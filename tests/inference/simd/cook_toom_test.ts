import assert from "node:assert/strict";
import {
  cookToom,
  TILE_SIDES,
  transformKernel,
} from "../../../src/inference/simd/cook_toom.ts";
import { Random } from "../../../train/random.ts";

type Matrix = readonly (readonly number[])[];

/** M d M^T. */
function sandwich(matrix: Matrix, data: readonly number[][]): number[][] {
  const product = matrix.map((row) =>
    data[0]!.map((_, j) =>
      row.reduce((sum, value, i) => sum + value * data[i]![j]!, 0)
    )
  );
  return product.map((line) =>
    matrix.map((row) =>
      row.reduce((sum, value, j) => sum + value * line[j]!, 0)
    )
  );
}

for (const m of TILE_SIDES) {
  Deno.test(`F(${m}x${m},3x3) gives what sliding the kernel gives`, () => {
    const random = new Random(m);
    const matrices = cookToom(m);
    const { n } = matrices;
    const tile = Array.from(
      { length: n },
      () => Array.from({ length: n }, () => random.signed()),
    );
    const kernel = Array.from({ length: 9 }, () => random.signed());
    const u = new Float64Array(n * n);
    transformKernel(u, new Float64Array(n * 3), kernel, matrices);
    const products = sandwich(matrices.inputTransform, tile)
      .map((row, i) => row.map((value, j) => value * u[i * n + j]!));
    const found = sandwich(matrices.outputTransform, products);
    for (let y = 0; y < m; y++) {
      for (let x = 0; x < m; x++) {
        const expected = kernel.reduce(
          (sum, weight, tap) =>
            sum + weight * tile[y + Math.floor(tap / 3)]![x + tap % 3]!,
          0,
        );
        assert.ok(Math.abs(found[y]![x]! - expected) < 1e-12, `${y}, ${x}`);
      }
    }
  });
}
