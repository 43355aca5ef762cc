import assert from "node:assert/strict";
import {
  DIGITS,
  parameterCount,
  tensorSpecs,
} from "../../src/inference/network.ts";
import { layoutOf, slotNamed, view } from "../../train/layout.ts";

Deno.test("layoutOf() lays every tensor once, without gap or overlap", () => {
  const layout = layoutOf(DIGITS);
  for (
    const [slots, count] of [
      [layout.parameters, layout.parameterCount],
      [layout.statistics, layout.statisticCount],
    ] as const
  ) {
    const array = new Float32Array(count);
    for (const slot of slots) {
      for (const [i, value] of view(array, slot).entries()) {
        view(array, slot)[i] = value + 1;
      }
    }
    assert.ok(array.every((times) => times === 1));
  }
  assert.equal(layout.parameterCount, parameterCount(DIGITS));
  assert.deepEqual(
    layout.parameters.map(({ name, shape }) => ({ name, shape })),
    tensorSpecs(DIGITS),
  );
});

Deno.test("layoutOf() keeps mean and variance of each normalisation, as many as it has channels", () => {
  const { statistics } = layoutOf(DIGITS);
  assert.deepEqual(
    statistics.map(({ name, length }) => `${name} ${length}`),
    [24, 56, 40, 40, 72].flatMap((channels, i) => [
      `norm${i + 1}.mean ${channels}`,
      `norm${i + 1}.variance ${channels}`,
    ]),
  );
});

Deno.test("slotNamed() names the tensor that is not there", () => {
  assert.throws(() => slotNamed(layoutOf(DIGITS).parameters, "conv9.kernel"), {
    name: "RangeError",
    message: "Cannot find tensor conv9.kernel in the layout",
  });
});
