import assert from "node:assert/strict";
import {
  DataError,
  dataHash,
  type DataSet,
  FILES,
  loadTest,
  loadTrain,
  mnistDir,
  PIXELS,
  readImage,
} from "../../train/mnist.ts";
import { withTemporaryFolder } from "./temporary_folder.ts";

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream()
    .pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function assertRefused(folder: string, message: RegExp): Promise<void> {
  await assert.rejects(loadTest(folder), (error) => {
    assert.ok(error instanceof DataError, String(error));
    assert.match(error.message, message);
    assert.match(error.message, /t10k-images-idx3-ubyte\.gz: /);
    assert.match(error.message, /run `deno task data`/);
    return true;
  });
}

Deno.test("loadTest() without the files tells how to get them", async () => {
  await assertRefused("no/such/folder", /not found; run .*, or set MNIST_DIR/);
  await withTemporaryFolder((folder) => assertRefused(folder, /not found/));
});

Deno.test("loadTest() tells how to replace a file that is no gzip, or a broken one", async () => {
  await withTemporaryFolder(async (folder) => {
    const path = `${folder}/t10k-images-idx3-ubyte.gz`;
    const whole = await gzip(new Uint8Array(10_000).map((_, i) => i * i));
    const damaged = whole.slice();
    damaged[damaged.length >> 1]! ^= 0xff;
    const broken = [
      new Uint8Array(),
      new TextEncoder().encode("<html>404</html>"),
      whole.subarray(0, whole.length - 20),
      damaged,
    ];
    for (const bytes of broken) {
      await Deno.writeFile(path, bytes);
      await assertRefused(folder, /expected gzip, found .*; delete it and run/);
    }
  });
});

Deno.test("loadTest() refuses other bytes than MNIST's, naming both hashes", async () => {
  await withTemporaryFolder(async (folder) => {
    const bytes = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    await Deno.writeFile(
      `${folder}/t10k-images-idx3-ubyte.gz`,
      await gzip(bytes),
    );
    const expected = FILES["t10k-images-idx3-ubyte"];
    await assertRefused(
      folder,
      new RegExp(`expected SHA-256 ${expected}, found [0-9a-f]{64}; delete it`),
    );
  });
});

Deno.test("dataHash() changes with every pixel and label", async () => {
  const set = (pixel: number, label: number): DataSet => ({
    count: 1,
    images: new Uint8Array(PIXELS).fill(pixel),
    labels: Uint8Array.of(label),
  });
  const hashes = await Promise.all(
    [set(0, 1), set(0, 2), set(1, 1), set(0, 1)].map(dataHash),
  );
  assert.equal(hashes[0], hashes[3]);
  assert.equal(new Set(hashes).size, 3);
});

Deno.test("readImage() gives one image's pixels as 0..1", () => {
  const images = new Uint8Array(2 * PIXELS);
  images.set([0, 51, 255], PIXELS);
  const out = new Float32Array(PIXELS).fill(9);
  readImage(out, { count: 2, images, labels: new Uint8Array(2) }, 1);
  assert.deepEqual([...out.subarray(0, 4)], [0, Math.fround(0.2), 1, 0]);
});

const folder = mnistDir();
const here = await Deno.stat(folder).then(() => true, () => false);
if (!here) {
  console.log(`mnist_test: MNIST is not in ${folder}: not read from there`);
}

Deno.test({
  name:
    "loadTrain() and loadTest() read MNIST: ten digits, about as many of each",
  ignore: !here,
  async fn() {
    const sets = await Promise.all([loadTrain(folder), loadTest(folder)]);
    assert.deepEqual(sets.map(({ count }) => count), [60_000, 10_000]);
    for (const { count, images, labels } of sets) {
      assert.equal(images.length, count * PIXELS);
      const counts = new Array<number>(10).fill(0);
      for (const label of labels) counts[label]!++;
      assert.ok(counts.every((n) => n > count * 0.085 && n < count * 0.12));
    }
  },
});
