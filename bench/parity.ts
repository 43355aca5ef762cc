import { CLASSES } from "../src/inference/classes.ts";
import type { Engine } from "../src/inference/engine.ts";
import { createLoopsEngine } from "../src/inference/loops/engine.ts";
import { createReferenceEngine } from "../src/inference/loops/reference.ts";
import { createSimdEngine } from "../src/inference/simd/engine.ts";
import type { Model } from "../src/inference/model.ts";
import { softmax } from "../src/inference/softmax.ts";
import { exitWith, readOptions, wholeNumber } from "../train/command_line.ts";
import { loadModel } from "../train/load_model.ts";
import { Eta, ProgressLine } from "../train/progress.ts";
import { largest } from "../train/score.ts";
import { imageAt, type Images, loadImages } from "./images.ts";
import { createTfjsNetwork } from "./tfjs.ts";

const HELP = `Proves that our engines compute what tfjs computes.

  deno task parity [options]

  --images N      compare on N images (default: all 10,000 MNIST test images)
  --weights FILE  other weights than weights/digits.safetensors
  --json          print one JSON object instead of a table
  --help

Exits with 1 when a probability differs by more than ${1e-5}, a logit or a layer's value by more
than ${1e-4} of its magnitude (at least 1), or one image is read differently.
`;

/** Sums in another order differ by a few units of the last of 24 bits; a wrong kernel by far more. */
const PROBABILITY_TOLERANCE = 1e-5;
const VALUE_TOLERANCE = 1e-4;
/** Images on which every layer is compared: each has thousands of values. */
const LAYER_IMAGES = 50;
/** Images that tfjs computes at once. */
const BATCH = 100;

const { values: args } = readOptions({
  options: {
    images: { type: "string" },
    weights: { type: "string", default: "weights/digits.safetensors" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

interface Difference {
  max_abs_probability: number;
  max_abs_logit: number;
  argmax_mismatches: number;
}

interface LayerDifference {
  readonly layer: string;
  /** Largest difference as a share of the value, or of 1 where that is more. */
  max_relative: number;
}

interface Parity extends Difference {
  readonly images: number;
  readonly source: string;
  readonly engines: Readonly<Record<string, Difference>>;
  readonly layers: readonly LayerDifference[];
}

async function main(): Promise<void> {
  const model = await loadModel(args.weights);
  const images = await loadImages(wholeNumber("--images", args.images));
  const engines: Record<string, Engine> = {
    direct: createReferenceEngine(model),
    loops: createLoopsEngine(model),
    simd: createSimdEngine(model),
  };
  const differences = await compareEngines(engines, model, images);
  const worst = (key: keyof Difference) =>
    Math.max(
      ...Object.values(differences).map((difference) => difference[key]),
    );
  const parity: Parity = {
    images: images.count,
    source: images.source,
    max_abs_probability: worst("max_abs_probability"),
    max_abs_logit: worst("max_abs_logit"),
    argmax_mismatches: worst("argmax_mismatches"),
    engines: differences,
    layers: await compareLayers(model, images),
  };
  console.log(args.json ? JSON.stringify(parity) : format(parity));
  if (!isWithin(parity)) Deno.exit(1);
}

async function compareEngines(
  engines: Record<string, Engine>,
  model: Model,
  images: Images,
): Promise<Record<string, Difference>> {
  const tfjs = await createTfjsNetwork(model, "wasm");
  const differences = Object.fromEntries(
    Object.keys(engines).map((name) => [name, noDifference()]),
  );
  const line = new ProgressLine();
  const eta = new Eta(images.count);
  for (let first = 0; first < images.count; first += BATCH) {
    const count = Math.min(BATCH, images.count - first);
    const inputLength = images.data.length / images.count;
    const batch = images.data.subarray(
      first * inputLength,
      (first + count) * inputLength,
    );
    const expected = tfjs.forward(batch, count);
    for (const [name, engine] of Object.entries(engines)) {
      compareBatch(differences[name]!, engine, batch, expected);
    }
    line.update(() =>
      `parity: ${first} of ${images.count} images  ETA ${eta.format(first)}`
    );
  }
  line.clear();
  return differences;
}

function noDifference(): Difference {
  return { max_abs_probability: 0, max_abs_logit: 0, argmax_mismatches: 0 };
}

function compareBatch(
  difference: Difference,
  engine: Engine,
  batch: Float32Array,
  expected: Float32Array,
): void {
  const outputs = engine.outputLength;
  const classes = Math.min(CLASSES, outputs);
  const logits = new Float32Array(outputs);
  const ours = new Float64Array(classes);
  const theirs = new Float64Array(classes);
  for (let i = 0; i < expected.length / outputs; i++) {
    const row = expected.subarray(i * outputs, (i + 1) * outputs);
    engine.forward(imageAt(batch, i), logits);
    softmax(ours, logits.subarray(0, classes));
    softmax(theirs, row.subarray(0, classes));
    if (largest(ours) !== largest(theirs)) difference.argmax_mismatches++;
    difference.max_abs_logit = Math.max(
      difference.max_abs_logit,
      distance(logits, row),
    );
    difference.max_abs_probability = Math.max(
      difference.max_abs_probability,
      distance(ours, theirs),
    );
  }
}

/** Largest difference; NaN anywhere makes it infinite, so that it cannot pass. */
function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i]! - b[i]!);
    most = difference <= most
      ? most
      : Number.isNaN(difference)
      ? Infinity
      : difference;
  }
  return most;
}

/** Layer by layer, against tfjs's own plain JavaScript backend. */
async function compareLayers(
  model: Model,
  images: Images,
): Promise<LayerDifference[]> {
  const tfjs = await createTfjsNetwork(model, "cpu");
  const engine = createReferenceEngine(model);
  const logits = new Float32Array(engine.outputLength);
  const layers = model.network.layers.map((layer) => ({
    layer: "name" in layer ? layer.name : layer.kind,
    max_relative: 0,
  }));
  for (let i = 0; i < Math.min(LAYER_IMAGES, images.count); i++) {
    const input = imageAt(images.data, i);
    engine.forward(input, logits);
    tfjs.activations(input).forEach((expected, index) => {
      const found = engine.activations[index]!;
      const layer = layers[index]!;
      for (let j = 0; j < expected.length; j++) {
        const difference = Math.abs(found[j]! - expected[j]!) /
          Math.max(1, Math.abs(expected[j]!));
        layer.max_relative = Math.max(layer.max_relative, difference);
      }
    });
  }
  return layers;
}

function isWithin(parity: Parity): boolean {
  return parity.argmax_mismatches === 0 &&
    parity.max_abs_probability <= PROBABILITY_TOLERANCE &&
    parity.max_abs_logit <= VALUE_TOLERANCE &&
    parity.layers.every(({ max_relative }) => max_relative <= VALUE_TOLERANCE);
}

function format(parity: Parity): string {
  const row = (name: string, difference: Difference) =>
    `  ${name.padEnd(10)}${
      difference.max_abs_probability.toExponential(1).padEnd(14)
    }` +
    `${
      difference.max_abs_logit.toExponential(1).padEnd(10)
    }${difference.argmax_mismatches}`;
  return [
    `parity with tfjs on ${parity.images} ${parity.source}`,
    "  engine    probability   logit     read differently",
    ...Object.entries(parity.engines).map(([name, difference]) =>
      row(name, difference)
    ),
    "  layers, largest relative difference",
    ...parity.layers.map(({ layer, max_relative }) =>
      `  ${layer.padEnd(10)}${max_relative.toExponential(1)}`
    ),
    isWithin(parity) ? "within tolerance" : "OVER TOLERANCE",
  ].join("\n");
}

if (args.help) {
  console.log(HELP);
} else {
  await main().catch(exitWith);
}
