import * as tf from "../../../train/tfjs.ts";
import { Random } from "../../../train/random.ts";
import { assertLikeCpu, drawValues, valueAndGradients } from "./on_backend.ts";

/** Batch, height, width, channels, filters; odd, even, narrow and as small as the kernel. */
const SIZES = [
  [4, 9, 8, 3, 5],
  [3, 12, 12, 1, 8],
  [2, 5, 7, 16, 24],
] as const;

for (const padding of ["same", "valid"] as const) {
  Deno.test(`Conv2DBackpropFilter and Conv2DBackpropInput agree with tfjs's cpu backend, ${padding} padding`, async () => {
    for (const [batch, height, width, channels, filters] of SIZES) {
      for (const size of [1, 3, 5]) {
        for (const stride of [1, 2]) {
          const random = new Random(size, stride);
          const steps = (length: number) =>
            padding === "same"
              ? Math.ceil(length / stride)
              : Math.floor((length - size) / stride) + 1;
          await assertLikeCpu(
            `${batch}x${height}x${width}x${channels}, ${size}x${size}/${stride} to ${filters}`,
            [
              drawValues(random, [batch, height, width, channels]),
              drawValues(random, [size, size, channels, filters]),
              drawValues(random, [batch, steps(height), steps(width), filters]),
            ],
            (x, kernel, weights) =>
              valueAndGradients(
                (x, kernel) =>
                  tf.conv2d(
                    x as tf.Tensor4D,
                    kernel as tf.Tensor4D,
                    stride,
                    padding,
                  ),
                [x!, kernel!],
                weights!,
              ),
          );
        }
      }
    }
  });
}
