import { parseArgs } from "node:util";
import { decode } from "../src/imaging/decode/decode.ts";
import { createLoopsEngine } from "../src/inference/loops/engine.ts";
import { type Model, parseModel } from "../src/inference/model.ts";
import { multiplyAdds } from "../src/inference/network.ts";
import { encodePng } from "../src/png.ts";
import { createRecognizer } from "../src/recognize.ts";
import { exitWith } from "../train/command_line.ts";
import { SIDE } from "../train/mnist.ts";
import { Eta, ProgressLine } from "../train/progress.ts";
import { imageAt, type Images, loadImages } from "./images.ts";
import {
  type Contender,
  interleave,
  type Ratio,
  ratio,
  type Timing,
} from "./interleave.ts";
import { createTfjsNetwork } from "./tfjs.ts";

const HELP =
  `Times our engine against tfjs on the same weights and images, and our whole pipeline.

  deno task bench [options]

  --json FILE     write the figures to a file as well
  --weights FILE  other weights than weights/digits.safetensors
  --help

Contenders take turns within one process. On a shared machine trust the ratios, not the times.
`;

const { values: args } = parseArgs({
  options: {
    json: { type: "string" },
    weights: { type: "string", default: "weights/digits.safetensors" },
    help: { type: "boolean", default: false },
  },
});

const ENGINES = { warmup: 150, rounds: 40, calls: 25 };
const PIPELINE = { warmup: 60, rounds: 20, calls: 10 };

async function main(): Promise<void> {
  const model = parseModel(await Deno.readFile(args.weights));
  const images = await loadImages();
  const engine = time(
    "engines",
    await engineContenders(model, images),
    ENGINES,
  );
  const pipeline = time(
    "pipeline",
    pipelineContenders(model, images),
    PIPELINE,
  );
  const [ours, ...peers] = engine as [Timing, ...Timing[]];
  const ratios = Object.fromEntries(
    peers.map((peer) => [`${ours.name}/${peer.name}`, ratio(ours, peer)]),
  );
  console.log(format(model, images, engine, ratios, pipeline));
  if (args.json) {
    const figures = {
      images: images.source,
      weights: model.version,
      engine: engine.map(summary),
      ratios: mapValues(ratios, ({ median }) => median),
      spreads: mapValues(ratios, ({ low, high }) => [low, high]),
      pipeline: pipeline.map(summary),
    };
    await Deno.writeTextFile(
      args.json,
      JSON.stringify(figures, null, 2) + "\n",
    );
  }
}

function time(
  what: string,
  contenders: readonly Contender[],
  schedule: typeof ENGINES,
): Timing[] {
  const line = new ProgressLine();
  const eta = new Eta(schedule.rounds);
  const timings = interleave(contenders, schedule, (round) => {
    line.update(() =>
      `${what}: round ${round} of ${schedule.rounds}  ETA ${eta.format(round)}`
    );
  });
  line.clear();
  return timings;
}

/** Batch 1, from pixels to logits. */
async function engineContenders(
  model: Model,
  images: Images,
): Promise<Contender[]> {
  const engine = createLoopsEngine(model);
  const logits = new Float32Array(engine.outputLength);
  const image = (index: number) => imageAt(images.data, index % images.count);
  const peers = [
    await createTfjsNetwork(model, "wasm"),
    await createTfjsNetwork(model, "cpu"),
  ];
  return [
    { name: "loops", run: (index) => engine.forward(image(index), logits) },
    ...peers.map((peer) => ({
      name: `tfjs-${peer.backend}`,
      run: (index: number) => void peer.forward(image(index), 1),
    })),
  ];
}

/** Side of the picture that the page's canvas sends. */
const CANVAS_SIDE = 280;

/** The stages a picture from the page goes through. */
function pipelineContenders(model: Model, images: Images): Contender[] {
  const recognizer = createRecognizer(
    createLoopsEngine(model),
    model.calibration,
  );
  const files = Array.from(
    { length: 20 },
    (_, i) => canvasPng(imageAt(images.data, i)),
  );
  const pictures = files.map(decode);
  const at = <T>(items: readonly T[], index: number) =>
    items[index % items.length]!;
  return [
    {
      name: "decode canvas PNG",
      run: (index) => void decode(at(files, index)),
    },
    {
      name: "read picture",
      run: (index) => void recognizer.read(at(pictures, index)),
    },
    {
      name: "bytes to reading",
      run: (index) => void recognizer.read(decode(at(files, index))),
    },
  ];
}

/** A digit on a white square, ten pixels for one. */
function canvasPng(image: Float32Array): Uint8Array {
  const zoom = CANVAS_SIDE / SIDE;
  const gray = new Uint8Array(CANVAS_SIDE ** 2);
  for (let i = 0; i < gray.length; i++) {
    const x = Math.floor(i % CANVAS_SIDE / zoom);
    const y = Math.floor(i / CANVAS_SIDE / zoom);
    gray[i] = 255 - Math.round(255 * image[y * SIDE + x]!);
  }
  return encodePng("gray", CANVAS_SIDE, CANVAS_SIDE, gray);
}

function summary({ name, median_ms, p99_ms }: Timing) {
  return { name, median_ms, p99_ms };
}

function mapValues<A, B>(
  record: Record<string, A>,
  change: (value: A) => B,
): Record<string, B> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value)]),
  );
}

function format(
  model: Model,
  images: Images,
  engine: readonly Timing[],
  ratios: Record<string, Ratio>,
  pipeline: readonly Timing[],
): string {
  const rows = (timings: readonly Timing[]) =>
    timings.map(({ name, median_ms, p99_ms }) =>
      `  ${name.padEnd(20)}${median_ms.toFixed(4).padStart(9)}${
        p99_ms.toFixed(4).padStart(10)
      }`
    );
  const million = (multiplyAdds(model.network) / 1e6).toFixed(2);
  return [
    `batch 1, ${images.source}, weights ${model.version}, ${million} M multiply-adds`,
    "  engine              median ms    p99 ms",
    ...rows(engine),
    "  ours against         times faster (middle half of the rounds)",
    ...Object.entries(ratios).map(([name, { median, low, high }]) =>
      `  ${name.padEnd(20)}${median.toFixed(2).padStart(9)}  (${
        low.toFixed(2)
      } to ${high.toFixed(2)})`
    ),
    `one picture of ${CANVAS_SIDE}x${CANVAS_SIDE}`,
    "  stage               median ms    p99 ms",
    ...rows(pipeline),
  ].join("\n");
}

if (args.help) {
  console.log(HELP);
} else {
  await main().catch(exitWith);
}
