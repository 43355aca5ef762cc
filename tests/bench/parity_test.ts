import assert from "node:assert/strict";
import { modelWeights, parseModel } from "../../src/inference/model.ts";
import { serializeWeights } from "../../src/inference/weights.ts";

async function parity(...options: string[]) {
  const { code, stdout } = await new Deno.Command(Deno.execPath(), {
    args: [
      "task",
      "--quiet",
      "parity",
      "--json",
      "--images",
      "200",
      ...options,
    ],
    env: { MNIST_DIR: "tests/no-such-folder" },
  }).output();
  return { code, parity: JSON.parse(new TextDecoder().decode(stdout)) };
}

Deno.test("deno task parity finds no difference from tfjs on the shipped weights", async () => {
  const { code, parity: found } = await parity();
  assert.equal(code, 0);
  assert.equal(found.images, 200);
  assert.equal(found.argmax_mismatches, 0);
  assert.ok(found.max_abs_probability <= 1e-5);
  assert.ok(
    found.max_abs_logit > 0,
    "two implementations never agree to the last bit",
  );
  assert.deepEqual(Object.keys(found.engines), ["direct", "loops", "simd"]);
});

Deno.test("deno task parity exits with 1 where engines cannot agree", async () => {
  const model = parseModel(await Deno.readFile("weights/digits.safetensors"));
  const huge = new Map(model.tensors);
  huge.set(
    "conv1.kernel",
    model.tensors.get("conv1.kernel")!.map((weight) => weight * 1e6),
  );
  const file = await Deno.makeTempFile();
  try {
    await Deno.writeFile(
      file,
      serializeWeights(modelWeights({ ...model, tensors: huge })),
    );
    const { code, parity: found } = await parity("--weights", file);
    assert.equal(code, 1);
    assert.ok(found.max_abs_logit > 1e-4);
  } finally {
    await Deno.remove(file);
  }
});
