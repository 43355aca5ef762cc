import { conv2d } from "../../../src/inference/loops/conv2d.ts";
import type { Conv2d } from "../../../src/inference/network.ts";
import { Random } from "../../../train/random.ts";
import { assertClose } from "../assert_close.ts";
import { pick, randomConv } from "../random_network.ts";
import { drawCase, scatter } from "./convolution.ts";

Deno.test("conv2d() agrees with adding every input to the outputs it reaches, on 150 random shapes", () => {
  for (let seed = 0; seed < 150; seed++) {
    const random = new Random(seed);
    const layer = randomConv(random, "conv") as Conv2d;
    const drawn = drawCase(random, layer, pick(random, [1, 2, 3, 5, 8]));
    const { dims, input, kernel, bias } = drawn;
    const out = new Float32Array(
      dims.outHeight * dims.outWidth * dims.filters,
    );
    conv2d(out, input, kernel, bias, dims);
    assertClose(out, scatter(drawn), 1e-6, `seed ${seed}`);
  }
});

Deno.test("conv2d() with one 1 in the kernel moves the picture", () => {
  const kernel = new Float32Array(9);
  kernel[0] = 1;
  const out = new Float32Array(9);
  conv2d(
    out,
    Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
    kernel,
    Float32Array.of(0.5),
    {
      height: 3,
      width: 3,
      channels: 1,
      size: 3,
      stride: 1,
      padTop: 1,
      padLeft: 1,
      outHeight: 3,
      outWidth: 3,
      filters: 1,
    },
  );
  assertClose(
    out,
    [0.5, 0.5, 0.5, 0.5, 1.5, 2.5, 0.5, 4.5, 5.5],
    0,
    "down and to the right",
  );
});
