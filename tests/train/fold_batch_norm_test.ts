import assert from "node:assert/strict";
import { createReferenceEngine } from "../../src/inference/loops/reference.ts";
import {
  type Conv2d,
  DIGITS,
  elements,
  fold,
  type Layer,
  type Network,
  NetworkError,
  place,
} from "../../src/inference/network.ts";
import { foldBatchNorm } from "../../train/fold_batch_norm.ts";
import { EPSILON } from "../../train/kernels/batch_norm_relu.ts";
import { layoutOf, slotNamed, view } from "../../train/layout.ts";
import { Random } from "../../train/random.ts";
import { assertClose } from "../inference/assert_close.ts";
import { randomValues } from "../inference/random_network.ts";

const conv: Conv2d = {
  kind: "conv2d",
  name: "conv1",
  size: 3,
  stride: 1,
  padding: "same",
  filters: 4,
  bias: false,
};
const norm: Layer = { kind: "batch_norm", name: "norm1" };
const relu: Layer = { kind: "relu" };
const pool: Layer = { kind: "max_pool", size: 2, stride: 2 };
const input = { height: 6, width: 6, channels: 3 };

/** Parameters and statistics of a trained network, scales and variances above 0. */
function drawTrained(network: Network, seed: number) {
  const random = new Random(seed);
  const layout = layoutOf(network);
  const parameters = randomValues(random, layout.parameterCount);
  const statistics = randomValues(random, layout.statisticCount);
  const makePositive = (array: Float32Array) =>
    array.forEach((value, i) => array[i] = Math.abs(value) + 0.05);
  for (const slot of layout.parameters) {
    if (slot.name.endsWith(".scale")) makePositive(view(parameters, slot));
  }
  for (const slot of layout.statistics) {
    if (slot.name.endsWith(".variance")) makePositive(view(statistics, slot));
  }
  return { layout, parameters, statistics };
}

/** The network layer by layer as it was trained, normalising with fixed statistics. */
function runUnfolded(
  network: Network,
  { layout, parameters, statistics }: ReturnType<typeof drawTrained>,
  image: Float32Array,
): Float32Array {
  const tensors = new Map(
    layout.parameters.map((slot) => [slot.name, view(parameters, slot)]),
  );
  let shape = network.input;
  let values = image;
  for (const layer of network.layers) {
    if (layer.kind === "batch_norm") {
      const of = (name: string) => {
        const statistic = name === "mean" || name === "variance";
        const slots = statistic ? layout.statistics : layout.parameters;
        const slot = slotNamed(slots, `${layer.name}.${name}`);
        return view(statistic ? statistics : parameters, slot);
      };
      const [mean, variance, scale, offset] = [
        "mean",
        "variance",
        "scale",
        "offset",
      ].map(of);
      values = values.map((value, i) => {
        const c = i % shape.channels;
        const deviation = Math.sqrt(variance![c]! + EPSILON);
        return scale![c]! * (value - mean![c]!) / deviation + offset![c]!;
      });
      continue;
    }
    const one = { input: shape, layers: [layer] };
    const engine = createReferenceEngine({ network: one, tensors });
    const out = new Float32Array(engine.outputLength);
    engine.forward(values, out);
    values = out;
    shape = place(one)[0]!.output;
  }
  return values;
}

function check(network: Network, what: string): void {
  for (let seed = 0; seed < 5; seed++) {
    const trained = drawTrained(network, seed);
    const image = randomValues(new Random(seed, 1), elements(network.input));
    const tensors = foldBatchNorm(
      network,
      trained.parameters,
      trained.statistics,
    );
    const engine = createReferenceEngine({ network: fold(network), tensors });
    const folded = new Float32Array(engine.outputLength);
    engine.forward(image, folded);
    const expected = runUnfolded(network, trained, image);
    assertClose(folded, expected, 2e-5, `${what}, seed ${seed}`);
  }
}

Deno.test("foldBatchNorm() gives a network that answers as the unfolded one", () => {
  const orders: Record<string, readonly Layer[]> = {
    "norm after the convolution": [conv, norm, relu],
    "pooling before norm": [conv, pool, norm, relu],
    "pooling after relu": [conv, norm, relu, pool],
    "a convolution with a bias": [{ ...conv, bias: true }, pool, norm, relu],
    "dense behind": [
      conv,
      norm,
      relu,
      { kind: "flatten" },
      { kind: "dense", name: "dense1", units: 5 },
    ],
    "a convolution that is not normalised": [
      conv,
      norm,
      relu,
      { ...conv, name: "conv2", bias: true },
    ],
  };
  for (const [what, layers] of Object.entries(orders)) {
    check({ input, layers }, what);
  }
});

Deno.test("foldBatchNorm() folds the shipped layer table", () => {
  check(DIGITS, "DIGITS");
});

Deno.test("foldBatchNorm() leaves what it reads as it is", () => {
  const network = { input, layers: [conv, pool, norm, relu] };
  const { parameters, statistics } = drawTrained(network, 1);
  const before = [parameters.slice(), statistics.slice()];
  foldBatchNorm(network, parameters, statistics);
  assert.deepEqual([parameters, statistics], before);
});

Deno.test("foldBatchNorm() refuses a scale that is not positive, with its place", () => {
  const network = { input, layers: [conv, pool, norm, relu] };
  for (const wrong of [-0.5, 0, NaN]) {
    const { layout, parameters, statistics } = drawTrained(network, 1);
    view(parameters, slotNamed(layout.parameters, "norm1.scale"))[2] = wrong;
    assert.throws(
      () => foldBatchNorm(network, parameters, statistics),
      (error) =>
        error instanceof NetworkError &&
        error.message ===
          `norm1: expected a positive scale, found ${wrong} at 2`,
    );
  }
});

Deno.test("foldBatchNorm() refuses a normalisation with no convolution to fold it into", () => {
  for (
    const layers of [[norm, conv], [conv, relu, norm], [conv, norm, {
      ...norm,
      name: "norm2",
    }]]
  ) {
    const network = { input, layers };
    const { parameters, statistics } = drawTrained(network, 1);
    assert.throws(() => foldBatchNorm(network, parameters, statistics), {
      name: "NetworkError",
      message: /^norm\d: expected a convolution before it$/,
    });
  }
});
