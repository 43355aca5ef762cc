import { parseArgs } from "node:util";
import { parseModel } from "../inference/model.ts";
import { WeightsError } from "../inference/weights.ts";
import { BulkError } from "./bulk_error.ts";
import { classifyAll } from "./classify_all.ts";
import { findInputs } from "./inputs.ts";
import { openResults, standardOutput } from "./results.ts";
import { parseShard, WHOLE } from "./shard.ts";

const HELP = `Reads the digits in any number of pictures.

  deno task classify FOLDER|FILE|IDX... [options]

  FOLDER           its PNG, JPEG, GIF and WebP files and those of all folders in it, in the order
                   of their names
  FILE             a picture
  IDX              images in the format of MNIST, also gzipped; those of 28x28 are given to the
                   network as they are

  --out FILE       write the results there instead of to standard output
  --resume         go on with FILE where an earlier run was stopped, by whatever; without FILE
                   there yet, begin it
  --shard I/N      read one of N parts only, I from 0 to N - 1: every N-th picture
  --workers N      read N pictures at once (default: as many as there are cores)
  --no-normalized  read the images of IDX files, which may have any size, as pictures, the whole way
  --weights FILE   other weights than weights/digits.safetensors
  --help

Writes one line of JSON a picture, in the order of the inputs:

  {"file":"sums/17.png","text":"407","digits":[{"digit":4,"confidence":0.998,"verdict":"sure"},...]}
  {"file":"t10k-images-idx3-ubyte.gz","index":0,"text":"7","digits":[...]}
  {"file":"broken.jpg","problem":"..."}

Exits with 0 when every picture has its line, pictures that could not be read among them.
`;

const WEIGHTS = new URL("../../weights/digits.safetensors", import.meta.url);

async function main(): Promise<void> {
  const { values, positionals } = readOptions();
  if (values.help) return console.log(HELP);
  if (positionals.length === 0) {
    throw new BulkError(
      "expected folders, pictures or IDX files; --help says more",
    );
  }
  if (values.resume && values.out === undefined) {
    throw new BulkError("--resume: expected --out FILE to go on with");
  }
  const options = {
    model: await loadModel(values.weights ?? WEIGHTS),
    inputs: await findInputs(positionals),
    shard: values.shard === undefined ? WHOLE : parseShard(values.shard),
    workers: parseWorkers(values.workers),
    isNormalized: values.normalized,
  };
  const results = values.out === undefined
    ? standardOutput()
    : await openResults(values.out, values.resume);
  try {
    await classifyAll(options, results);
  } finally {
    results.close();
  }
}

function readOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      allowNegative: true,
      options: {
        out: { type: "string" },
        resume: { type: "boolean", default: false },
        shard: { type: "string" },
        workers: { type: "string" },
        normalized: { type: "boolean", default: true },
        weights: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new BulkError(`${error.message}; --help names the options`);
  }
}

function parseWorkers(text = String(navigator.hardwareConcurrency)): number {
  const workers = Number(text);
  if (Number.isSafeInteger(workers) && workers >= 1) return workers;
  throw new BulkError(
    `--workers: expected a whole number above 0, found ${text}`,
  );
}

async function loadModel(path: string | URL) {
  try {
    return parseModel(await Deno.readFile(path));
  } catch (error) {
    if (error instanceof WeightsError) {
      throw new BulkError(`${path}: ${error.message}`);
    }
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new BulkError(`${path}: not found; expected weights`);
  }
}

try {
  await main();
} catch (error) {
  // Whoever read the results has seen enough.
  if (error instanceof Deno.errors.BrokenPipe) Deno.exit(0);
  if (!(error instanceof BulkError)) throw error;
  console.error(error.message);
  Deno.exit(1);
}
