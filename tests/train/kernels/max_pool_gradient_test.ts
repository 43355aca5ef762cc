import * as tf from "../../../train/tfjs.ts";
import { Random } from "../../../train/random.ts";
import { assertLikeCpu, drawValues, valueAndGradients } from "./on_backend.ts";

function pool(
  size: number,
  stride: number,
  padding: "same" | "valid",
): (x: tf.Tensor, weights: tf.Tensor) => tf.Tensor[] {
  return (x, weights) =>
    valueAndGradients(
      (x) => tf.maxPool(x as tf.Tensor4D, size, stride, padding),
      [x],
      weights,
    );
}

Deno.test("MaxPoolGrad of 2x2 windows agrees with tfjs's cpu backend at odd and even sizes", async () => {
  for (const [height, width] of [[8, 6], [9, 6], [6, 7], [5, 5], [2, 3]]) {
    const random = new Random(height!, width!);
    const half = [Math.floor(height! / 2), Math.floor(width! / 2)];
    await assertLikeCpu(
      `${height}x${width}`,
      [
        drawValues(random, [3, height!, width!, 5]),
        drawValues(random, [3, half[0]!, half[1]!, 5]),
      ],
      (x, weights) => pool(2, 2, "valid")(x!, weights!),
    );
  }
});

Deno.test("MaxPoolGrad gives a tie to the first of its window, as the cpu backend does", async () => {
  const random = new Random(1);
  const x = drawValues(random, [2, 8, 8, 4]);
  const ties = { ...x, data: x.data.map((value) => Math.round(value)) };
  await assertLikeCpu(
    "rounded values",
    [ties, drawValues(random, [2, 4, 4, 4])],
    // A rounded -0.3 is -0, and 0 is no other value than that.
    (x, weights) => pool(2, 2, "valid")(tf.add(x!, 0), weights!),
  );
});

Deno.test("MaxPoolGrad of other windows agrees with the cpu backend", async () => {
  const cases = [[3, 2, "valid", 3], [2, 1, "valid", 7], [
    2,
    2,
    "same",
    4,
  ]] as const;
  for (const [size, stride, padding, side] of cases) {
    const random = new Random(size, stride);
    await assertLikeCpu(
      `${padding} ${size}/${stride}`,
      [
        drawValues(random, [2, 8, 8, 4]),
        drawValues(random, [2, side, side, 4]),
      ],
      (x, weights) => pool(size, stride, padding)(x!, weights!),
    );
  }
});

Deno.test("MaxPoolGrad reaches windows that hold only negative values", async () => {
  const random = new Random(2);
  const x = drawValues(random, [2, 6, 6, 4]);
  const negative = { ...x, data: x.data.map((value) => -1 - Math.abs(value)) };
  for (
    const [size, stride, side] of [[2, 2, 3], [2, 1, 5], [3, 3, 2]] as const
  ) {
    await assertLikeCpu(
      `${size}/${stride}`,
      [negative, drawValues(random, [2, side, side, 4])],
      (x, weights) => pool(size, stride, "valid")(x!, weights!),
    );
  }
});
