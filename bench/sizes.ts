import { WASM_FOLDER } from "../train/tfjs.ts";

/** What is installed to run a network. */
export interface Size {
  readonly name: string;
  readonly bytes: number;
}

const TFJS = "4.22.0";
const ONNXRUNTIME = "1.30.0";

/** The packages of each peer, without those that they depend on in turn. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "onnxruntime-node": [
    `onnxruntime-node/${ONNXRUNTIME}`,
    `onnxruntime-common/${ONNXRUNTIME}`,
  ],
  "onnxruntime-web": [
    `onnxruntime-web/${ONNXRUNTIME}`,
    `onnxruntime-common/${ONNXRUNTIME}`,
  ],
  "tfjs-wasm": [
    `@tensorflow/tfjs-core/${TFJS}`,
    `@tensorflow/tfjs-backend-wasm/${TFJS}`,
  ],
  "tfjs-cpu": [
    `@tensorflow/tfjs-core/${TFJS}`,
    `@tensorflow/tfjs-backend-cpu/${TFJS}`,
  ],
};

/** Both our engines by their sources, the peers by their packages, all platforms included. */
export function measureSizes(): Size[] {
  // Packages lie side by side in Deno's cache: .../registry.npmjs.org/<name>/<version>/.
  const cache = WASM_FOLDER.slice(0, WASM_FOLDER.indexOf("@tensorflow/"));
  const ours = folderBytes(
    new URL("../src/inference/", import.meta.url).pathname,
  );
  return [
    { name: "simd and loops", bytes: ours },
    ...Object.entries(PACKAGES).map(([name, folders]) => ({
      name,
      bytes: folders.reduce(
        (sum, folder) => sum + folderBytes(cache + folder),
        0,
      ),
    })),
  ];
}

function folderBytes(folder: string): number {
  let bytes = 0;
  for (const entry of Deno.readDirSync(folder)) {
    const path = `${folder}/${entry.name}`;
    bytes += entry.isDirectory ? folderBytes(path) : Deno.statSync(path).size;
  }
  return bytes;
}
