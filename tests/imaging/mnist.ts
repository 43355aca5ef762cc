import { gunzipSync } from "node:zlib";

const FILE = "t10k-images-idx3-ubyte.gz";
const HEADER_LENGTH = 16;
const PIXELS = 28 * 28;

/** The MNIST test images, 784 bytes each; null, said aloud, when not there. */
export function mnistImages(): Uint8Array[] | null {
  const folder = Deno.env.get("MNIST_DIR") ?? "data/mnist";
  try {
    const bytes = gunzipSync(Deno.readFileSync(`${folder}/${FILE}`));
    const count = (bytes.length - HEADER_LENGTH) / PIXELS;
    return Array.from({ length: count }, (_, i) => {
      const from = HEADER_LENGTH + i * PIXELS;
      return new Uint8Array(bytes.subarray(from, from + PIXELS));
    });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    console.log(`No ${FILE} in ${folder}: tests on MNIST are left out.`);
    return null;
  }
}
