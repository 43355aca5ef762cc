import type { Model } from "../src/inference/model.ts";
import { multiplyAdds, parameterCount } from "../src/inference/network.ts";
import { createSimdEngine } from "../src/inference/simd/engine.ts";
import { loadModel } from "../train/load_model.ts";
import { barChart, growthChart } from "./chart.ts";
import { disassemble } from "./disassemble.ts";
import { loadImages } from "./images.ts";
import { ratio, type Timing } from "./interleave.ts";
import {
  measureGrowth,
  measureNetwork,
  measurePasses,
  type NetworkTimings,
  timed,
} from "./measure.ts";
import { referenceWeights } from "./networks.ts";
import { CANVAS_SIDE, pipelineContenders } from "./pipeline.ts";
import { measureService } from "./service/service.ts";
import { serviceReport } from "./service/service_report.ts";
import { measureSizes } from "./sizes.ts";
import {
  growthTable,
  networkTables,
  passTable,
  pipelineTable,
  sizeTable,
} from "./tables.ts";

const PIPELINE = { warmup: 60, rounds: 20, calls: 10 };

/** What the command line asks for. */
export interface BenchOptions {
  readonly json?: string | undefined;
  readonly report?: string | undefined;
  readonly service: boolean;
  readonly dump: boolean;
  readonly weights: string;
}

/** Measures, and prints and writes the figures. */
export async function runBench(args: BenchOptions): Promise<void> {
  if (args.service) return await service(args);
  const model = await loadModel(args.weights);
  if (args.dump) {
    const { passes } = createSimdEngine(model);
    return console.log(passes.map(disassemble).join("\n\n"));
  }
  const images = await loadImages();
  console.error(`measured on ${images.source}`);
  const passes = measurePasses(model, images);
  const shipped = await measureNetwork("shipped network", model, images);
  const reference = await measureNetwork(
    "reference network",
    referenceWeights(images),
    images,
  );
  const sizes = measureSizes();
  const growth = await measureGrowth(model.network, images);
  const pipeline = await timed(
    "pipeline",
    pipelineContenders(model, images),
    PIPELINE,
  );
  const text = [
    `On ${images.source}. ${describe(model)}`,
    networkTables("The shipped network", shipped),
    networkTables(
      "The reference network: random weights, two thirds of the features zero",
      reference,
    ),
    "### Size",
    sizeTable(sizes),
    "### The passes of the simd engine (over 100%: zeros are skipped)",
    passTable(passes),
    "### How the cost grows with the number of filters",
    growthTable(growth),
    `### One picture of ${CANVAS_SIDE}x${CANVAS_SIDE}, engine auto`,
    pipelineTable(pipeline),
  ].join("\n\n");
  console.log(text);
  if (args.json) {
    const figures = {
      images: images.source,
      weights: model.version,
      ...networkFigures(shipped),
      reference: networkFigures(reference),
      sizes,
      passes,
      growth: growth.map(({ factor, timings }) => ({
        factor,
        engine: timings.map(summary),
      })),
      pipeline: pipeline.map(summary),
    };
    await Deno.writeTextFile(
      args.json,
      JSON.stringify(figures, null, 2) + "\n",
    );
  }
  if (args.report) {
    await Deno.mkdir(args.report, { recursive: true });
    const write = (name: string, content: string) =>
      Deno.writeTextFile(`${args.report}/${name}`, content);
    await write(
      "performance.svg",
      barChart(
        "One image, batch 1, hot (bars grow with the logarithm)",
        shipped.hot,
      ),
    );
    await write(
      "growth.svg",
      growthChart(
        "One image over the number of filters (both axes logarithmic)",
        growth,
      ),
    );
    await write("performance.md", report(text));
  }
}

async function service(args: BenchOptions): Promise<void> {
  const figures = await measureService(args.weights);
  const text = serviceReport(figures);
  console.log(text);
  if (args.json) {
    await Deno.writeTextFile(
      args.json,
      JSON.stringify(figures, null, 2) + "\n",
    );
  }
  if (args.report) {
    await Deno.mkdir(args.report, { recursive: true });
    await Deno.writeTextFile(`${args.report}/service.md`, text);
  }
}

function describe(model: Model): string {
  const million = (multiplyAdds(model.network) / 1e6).toFixed(2);
  const simd = createSimdEngine(model);
  return `Weights ${model.version}: ${million} million multiply-adds, ` +
    `${
      parameterCount(model.network).toLocaleString("en")
    } parameters; the simd module has ` +
    `${simd.bytes.length.toLocaleString("en")} bytes and ` +
    `${(simd.memoryBytes / 2 ** 20).toFixed(1)} MiB of memory.`;
}

function networkFigures({ hot, cold, batch, startup }: NetworkTimings) {
  const against = (timings: readonly Timing[]) => {
    const ours = timings.filter(({ name }) =>
      name === "simd" || name === "loops"
    );
    return Object.fromEntries(
      ours.flatMap((our) =>
        timings.filter((peer) => peer !== our)
          .map((peer) =>
            [`${our.name}/${peer.name}`, ratio(our, peer)] as const
          )
      ),
    );
  };
  const ratios = against(hot);
  const medians = Object.entries(ratios).map((
    [name, { median }],
  ) => [name, median]);
  const spreads = Object.entries(ratios).map((
    [name, { low, high }],
  ) => [name, [low, high]]);
  return {
    engine: hot.map(summary),
    ratios: Object.fromEntries(medians),
    spreads: Object.fromEntries(spreads),
    cold: cold.map(summary),
    batch64: batch.map(summary),
    startup,
  };
}

function summary({ name, median_ms, p99_ms }: Timing) {
  return { name, median_ms, p99_ms };
}

function report(text: string): string {
  return `# Performance

Written by \`deno task bench --report docs\`. Contenders take turns within one process, on one thread
but where their name says otherwise; "faster by" is the median of the ratios of all rounds, the middle
half of which lies within the parentheses. Trust the ratios, not the times: the machine, ${machine()},
is shared with others.

![One image, batch 1](performance.svg)

![Time over the number of filters](growth.svg)

${text}
`;
}

function machine(): string {
  const cores = navigator.hardwareConcurrency;
  return `${cores} ${Deno.build.arch} cores, Deno ${Deno.version.deno}, V8 ${Deno.version.v8}`;
}
