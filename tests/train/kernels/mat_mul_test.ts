import assert from "node:assert/strict";
import * as tf from "../../../train/tfjs.ts";
import { Random } from "../../../train/random.ts";
import { assertLikeCpu, drawValues, onBackend } from "./on_backend.ts";

/** Leading sides, then rows, inner side and columns; larger than a tile, and not its multiple. */
const SIZES = [
  { batch: [], sides: [3, 5, 2] },
  { batch: [], sides: [40, 33, 17] },
  { batch: [1], sides: [16, 32, 10] },
  { batch: [3], sides: [4, 6, 5] },
] as const;

Deno.test("BatchMatMul agrees with tfjs's cpu backend, whichever side is transposed", async () => {
  for (const { batch, sides: [rows, inner, columns] } of SIZES) {
    for (
      const [left, right] of [[true, true], [true, false], [false, true], [
        false,
        false,
      ]]
    ) {
      const random = new Random(rows, columns);
      const a = left ? [inner, rows] : [rows, inner];
      const b = right ? [columns, inner] : [inner, columns];
      await assertLikeCpu(
        `${batch} ${a} by ${b}, transposed ${left} ${right}`,
        [
          drawValues(random, [...batch, ...a]),
          drawValues(random, [...batch, ...b]),
        ],
        (a, b) => [tf.matMul(a!, b!, left, right)],
      );
    }
  }
});

Deno.test("the training kernels leave nothing on the heap but their results", async () => {
  const random = new Random(1);
  const inputs = [
    drawValues(random, [2, 9, 9, 4]),
    drawValues(random, [3, 3, 4, 8]),
    drawValues(random, [128, 5]),
  ];
  const step = () =>
    onBackend("wasm", inputs, (x, kernel, dense) => {
      const loss = (x: tf.Tensor, kernel: tf.Tensor, dense: tf.Tensor) => {
        const y = tf.conv2d(x as tf.Tensor4D, kernel as tf.Tensor4D, 2, "same");
        const pooled = tf.maxPool(y, 2, 2, "valid");
        const flat = tf.reshape(pooled, [2, -1]);
        return tf.sum(
          tf.square(tf.matMul(tf.pad(flat, [[0, 0], [0, 96]]), dense)),
        );
      };
      return tf.grads(loss as (...inputs: tf.Tensor[]) => tf.Tensor)(
        [x!, kernel!, dense!],
      );
    });
  await step();
  const before = tf.engine().backend.numDataIds();
  for (let i = 0; i < 3; i++) await step();
  assert.equal(tf.engine().backend.numDataIds(), before);
});
