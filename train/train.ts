import type { Model } from "../src/inference/model.ts";
import { createLoopsEngine } from "../src/inference/loops/engine.ts";
import { DIGITS, fold } from "../src/inference/network.ts";
import type { EpochRecord } from "./checkpoint.ts";
import { type Corpus, makeCorpus } from "./corpus.ts";
import {
  type CorrectionsEffect,
  readCorrections,
} from "./corrections/effect.ts";
import { loadCorrections } from "./corrections/load.ts";
import { type MixedCorpus, mixIn } from "./corrections/mix.ts";
import { exportModel, writeModel } from "./export.ts";
import { foldBatchNorm } from "./fold_batch_norm.ts";
import { loadModel } from "./load_model.ts";
import { loadTest, loadTrain } from "./mnist.ts";
import type { TrainingState } from "./optimizer.ts";
import { Eta, formatDuration, ProgressLine } from "./progress.ts";
import { FULL, QUICK, type Recipe } from "./recipe.ts";
import { type Progress, run } from "./run.ts";
import { exitWith, readOptions, wholeNumber } from "./command_line.ts";
import { score } from "./score.ts";

/** What corrections are compared with. */
const SHIPPED = "weights/digits.safetensors";

const HELP =
  `Trains the digit network on MNIST and writes its weights and report.

  deno task train [options]

  --quick        a few minutes instead of the full run; writes to train/runs/quick
  --seed N       another random start (default ${FULL.seed})
  --epochs N     another number of epochs (default ${FULL.epochs}, quick ${QUICK.epochs})
  --teacher FILE weights to learn from beside the labels; give it several times for their mean
  --with-corrections DIR
                 corrections that the service exported, as pictures or as IDX, to train on as well;
                 says how those held out are read before (${SHIPPED}) and after
  --workers N    data-parallel workers (default ${FULL.workers})
  --out FOLDER   where digits.safetensors and report.json go (default weights)
  --fresh        start over instead of resuming an interrupted run
  --help

MNIST is read from MNIST_DIR (default data/mnist); \`deno task data\` fetches it.
Interrupt with Ctrl+C at any time: the same command goes on from the last finished epoch.
`;

const { values: args } = readOptions({
  options: {
    quick: { type: "boolean", default: false },
    seed: { type: "string" },
    epochs: { type: "string" },
    workers: { type: "string" },
    teacher: { type: "string", multiple: true, default: [] },
    "with-corrections": { type: "string" },
    out: { type: "string" },
    fresh: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

async function main(): Promise<void> {
  const teachers = await Promise.all(args.teacher.map(loadModel));
  const recipe = {
    ...chooseRecipe(),
    teachers: teachers.map(({ version }) => version),
  };
  const corrections = await readOptionCorrections();
  const runFolder = `train/runs/${args.quick ? "quick" : "full"}`;
  const out = args.out ?? (args.quick ? runFolder : "weights");
  const checkpoint = `${runFolder}/seed-${recipe.seed}.safetensors`;
  await Deno.mkdir(runFolder, { recursive: true });
  if (args.fresh) await removeIfThere(checkpoint);
  const [mnist, test] = await Promise.all([loadTrain(), loadTest()]);
  const display = new Display(recipe);
  const made = await makeCorpus(
    mnist,
    recipe,
    (done, total) =>
      display.line.update(() => `making images: ${done} of ${total}`),
  );
  const mixed = corrections && mixIn(made, corrections.data);
  const corpus = mixed?.corpus ?? made;
  const trained = await run({
    recipe,
    corpus,
    teachers: teachers.map(({ network, tensors }) => ({ network, tensors })),
    checkpoint,
    validate: validator(corpus),
    onStart: (resumed) => display.start(resumed?.curve ?? []),
    onStep: (progress) => display.step(progress),
    onEpoch: (record) => display.epoch(record),
  });
  const { model, report } = await exportModel(trained, recipe, corpus, test);
  const effect = mixed && effectOf(corrections.before, model, mixed);
  await writeModel(
    out,
    model,
    effect ? { ...report, corrections: effect } : report,
  );
  const [low, high] = report.test.interval;
  display.line.print(
    `MNIST test ${percent(report.test.accuracy)} (95% ${percent(low)} to ${
      percent(high)
    }), ` +
      `${
        report.test.images - report.test.correct
      } of ${report.test.images} misread; ` +
      `trained in ${
        formatDuration(report.trainingSeconds)
      }; wrote ${out}/digits.safetensors`,
  );
  if (effect) display.line.print(describeEffect(effect));
}

/** Read before anything is trained, so that what is missing is said at once. */
async function readOptionCorrections() {
  const folder = args["with-corrections"];
  if (folder === undefined) return null;
  return {
    data: await loadCorrections(folder),
    before: await loadModel(SHIPPED),
  };
}

function effectOf(
  before: Model,
  after: Model,
  { corpus, trained, heldOut }: MixedCorpus,
): CorrectionsEffect {
  return {
    trained: trained.length,
    beforeVersion: before.version,
    before: readCorrections(before, corpus.data, heldOut),
    after: readCorrections(after, corpus.data, heldOut),
  };
}

function describeEffect(
  { trained, beforeVersion, before, after }: CorrectionsEffect,
): string {
  return `corrections: trained on ${trained}; of ${after.images} held out ` +
    `${before.correct} were read right before (${beforeVersion}), ${after.correct} now`;
}

function chooseRecipe(): Recipe {
  const base = args.quick ? QUICK : FULL;
  const recipe = {
    ...base,
    seed: wholeNumber("--seed", args.seed) ?? base.seed,
    epochs: wholeNumber("--epochs", args.epochs) ?? base.epochs,
    workers: wholeNumber("--workers", args.workers) ?? base.workers,
  };
  if (recipe.batch % recipe.workers !== 0) {
    exitWith(
      `--workers: expected a divisor of the batch of ${recipe.batch}, found ${args.workers}`,
    );
  }
  return recipe;
}

function validator(
  { data, validation }: Corpus,
): (state: TrainingState) => number {
  const network = fold(DIGITS);
  return ({ averagedParameters, averagedStatistics }) => {
    const tensors = foldBatchNorm(
      DIGITS,
      averagedParameters,
      averagedStatistics,
    );
    const { images, correct } = score(
      createLoopsEngine({ network, tensors }),
      data,
      validation,
    );
    return (images - correct) / images;
  };
}

class Display {
  readonly line = new ProgressLine();
  #eta: Eta | undefined;
  #validation = "validation -";

  constructor(private readonly recipe: Recipe) {}

  start(curve: readonly EpochRecord[]): void {
    const { seed, epochs, workers } = this.recipe;
    this.line.print(
      `training: seed ${seed}, ${epochs} epochs, ${workers} workers`,
    );
    if (curve.length > 0) {
      this.line.print(`resuming after epoch ${curve.length}`);
    }
  }

  step(progress: Progress): void {
    this.#eta ??= new Eta(progress.steps, progress.step - 1);
    const eta = this.#eta;
    this.line.update(() =>
      [
        `epoch ${progress.epoch}/${this.recipe.epochs}`,
        `step ${progress.stepInEpoch}/${progress.stepsPerEpoch}`,
        `loss ${progress.loss.toFixed(4)}`,
        this.#validation,
        `${Math.round(eta.rate(progress.step) * this.recipe.batch)} images/s`,
        `ETA ${eta.format(progress.step)}`,
      ].join("  ")
    );
  }

  epoch(record: EpochRecord): void {
    this.#validation = `validation ${percent(record.validationError)} wrong`;
    this.line.print(
      `epoch ${record.epoch}/${this.recipe.epochs}  loss ${
        record.loss.toFixed(4)
      }  ` +
        `${this.#validation}  ${formatDuration(record.seconds)}`,
    );
  }
}

async function removeIfThere(path: string): Promise<void> {
  try {
    await Deno.remove(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

if (args.help) {
  console.log(HELP);
} else {
  await main().catch(exitWith);
}
