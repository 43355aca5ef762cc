import type { FamilyResult } from "../src/model_comparison.ts";
import type { ModelReport } from "../src/model_report.ts";
import { parseModelReport } from "../src/parse_model_report.ts";
import { FormError } from "../src/read_json.ts";
import { exitWith, readOptions, wholeNumber } from "./command_line.ts";
import {
  addResult,
  readResults,
  writeResults,
} from "./compare/comparison_file.ts";
import { FAMILIES } from "./compare/families.ts";
import type { Family, Reader } from "./compare/family.ts";
import { measure, type Measurement } from "./compare/measure.ts";
import { createOwnReader, OWN } from "./compare/own_network.ts";
import { comparisonPicture } from "./compare/picture.ts";
import { formatResults } from "./compare/table.ts";
import { registerTrainingKernels } from "./kernels/register.ts";
import { loadModel } from "./load_model.ts";
import { type DataSet, loadTest, loadTrain } from "./mnist.ts";
import { Eta, formatDuration, ProgressLine } from "./progress.ts";
import { startBackend } from "./start_backend.ts";

const IDS = FAMILIES.map(({ id }) => id);

const HELP =
  `Trains or runs the families of models that lost on MNIST, and compares them with ours.

  deno task compare [options]

  --only IDS      families to run, separated by commas: ${IDS.join(", ")}
  --epochs N      another number of epochs for each network
  --seed N        another random start (default 1)
  --out FILE      where results are kept (default weights/comparison.json)
  --picture FILE  where they are drawn (default docs/comparison.svg)
  --fresh         run again what was run before with the same settings
  --help

It takes about a quarter of an hour on an idle core; times measured beside other work mislead.
Interrupt with Ctrl+C at any time: each family's result is kept when it is there, and the same
command goes on with the next.
`;

const WEIGHTS = "weights/digits.safetensors";
const REPORT = "weights/report.json";

const { values: args } = readOptions({
  options: {
    only: { type: "string", default: IDS.join() },
    epochs: { type: "string" },
    seed: { type: "string" },
    out: { type: "string", default: "weights/comparison.json" },
    picture: { type: "string", default: "docs/comparison.svg" },
    fresh: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const line = new ProgressLine();

async function main(): Promise<void> {
  const chosen = args.only.split(",").map(familyNamed);
  const seed = wholeNumber("--seed", args.seed) ?? 1;
  const epochs = wholeNumber("--epochs", args.epochs);
  let results = await keptResults();
  const [training, test] = await Promise.all([loadTrain(), loadTest()]);
  await startBackend("wasm");
  registerTrainingKernels();
  const keep = async (result: FamilyResult) => {
    results = addResult(results, result);
    await writeResults(args.out, results);
  };
  for (const family of chosen) {
    const settings = {
      seed,
      epochs: family.epochs && (epochs ?? family.epochs),
      trainingImages: training.count,
    };
    const kept = args.fresh ? undefined : results.find(isOf(family, settings));
    if (kept) {
      line.print(`${family.name}: kept from an earlier run`);
      // The words may be other ones by now.
      await keep({ ...kept, ...wordsOf(family) });
    } else {
      await keep(runFamily(family, settings, training, test));
    }
  }
  await keep(await runOwn(test));
  await Deno.writeTextFile(args.picture, comparisonPicture(results));
  console.log(formatResults(results));
}

function familyNamed(id: string): Family {
  const family = FAMILIES.find((family) => family.id === id);
  if (family) return family;
  exitWith(`--only: expected some of ${IDS.join(", ")}, found ${id}`);
}

async function keptResults(): Promise<readonly FamilyResult[]> {
  try {
    return await readResults(args.out);
  } catch (error) {
    if (!(error instanceof FormError || error instanceof SyntaxError)) {
      throw error;
    }
    exitWith(`${args.out}: ${error.message}; delete it to start over`);
  }
}

/** What decides a result. */
type Settings = Pick<FamilyResult, "seed" | "epochs" | "trainingImages">;

function isOf(family: Family, settings: Settings) {
  return (result: FamilyResult) =>
    result.id === family.id &&
    result.seed === settings.seed &&
    result.epochs === settings.epochs &&
    result.trainingImages === settings.trainingImages;
}

function runFamily(
  family: Family,
  settings: Settings,
  training: DataSet,
  test: DataSet,
): FamilyResult {
  const start = performance.now();
  using reader = fit(family, settings, training);
  const trainingSeconds = (performance.now() - start) / 1000;
  const measurement = measureNamed(family.name, reader, test);
  line.print(
    `${family.name}: ${(100 * measurement.accuracy).toFixed(2)}%, trained in ${
      formatDuration(trainingSeconds)
    }`,
  );
  return { ...wordsOf(family), ...measurement, ...settings, trainingSeconds };
}

function wordsOf({ id, name, explanation, reference }: Family) {
  return { id, name, explanation, reference };
}

function fit(
  family: Family,
  { seed, epochs }: Settings,
  training: DataSet,
): Reader {
  let eta: Eta | undefined;
  return family.fit(training, {
    seed,
    epochs: epochs ?? 1,
    onProgress({ step, steps, loss }) {
      // From the first step on, which waits for code to be compiled.
      eta ??= new Eta(steps, step);
      line.update(() =>
        `${family.name}: step ${step}/${steps}  loss ${loss.toFixed(4)}  ETA ${
          eta?.format(step)
        }`
      );
    },
  });
}

function measureNamed(
  name: string,
  reader: Reader,
  test: DataSet,
): Measurement {
  const eta = new Eta(test.count);
  return measure(
    reader,
    test,
    (done, total) =>
      line.update(() =>
        `${name}: reading ${done}/${total}  ETA ${eta.format(done)}`
      ),
  );
}

/** Our own network has been trained already: when and how long says its report. */
async function runOwn(test: DataSet): Promise<FamilyResult> {
  const report = await readReport();
  const { epochs, seed } = report.recipe ?? {};
  using reader = createOwnReader(await loadModel(WEIGHTS));
  return {
    ...OWN,
    ...measureNamed(OWN.name, reader, test),
    epochs: typeof epochs === "number" ? epochs : null,
    seed: typeof seed === "number" ? seed : 0,
    trainingImages: null,
    trainingSeconds: report.trainingSeconds ?? 0,
  };
}

async function readReport(): Promise<ModelReport> {
  try {
    return parseModelReport(JSON.parse(await Deno.readTextFile(REPORT)));
  } catch (error) {
    const expected = error instanceof FormError ||
      error instanceof SyntaxError || error instanceof Deno.errors.NotFound;
    if (!expected) throw error;
    exitWith(`${REPORT}: ${error.message}`);
  }
}

if (args.help) {
  console.log(HELP);
} else {
  await main().catch(exitWith);
}
