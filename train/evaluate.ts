import { PictureError } from "../src/imaging/decode/errors.ts";
import { chooseEngine } from "../src/inference/choose.ts";
import type { Model } from "../src/inference/model.ts";
import type { Evaluation as ReportedEvaluation } from "../src/model_report.ts";
import { createRecognizer, type Recognizer } from "../src/recognize.ts";
import { exitWith, readOptions } from "./command_line.ts";
import { ErrorGallery } from "./error_gallery.ts";
import {
  formatEvaluation,
  formatTable,
  isCorrect,
  type Outcome,
  summarize,
} from "./evaluation.ts";
import { loadModel } from "./load_model.ts";
import { loadTest } from "./mnist.ts";
import { Eta, ProgressLine } from "./progress.ts";
import { type EvaluatedSet, reportEvaluation } from "./report_evaluation.ts";
import {
  folderSamples,
  normalizedSamples,
  pictureSamples,
  type Sample,
} from "./samples.ts";

const HELP = `Measures how well pictures are read.

  deno task evaluate [FOLDER...] [options]

  FOLDER...       pictures with a labels.csv (header "file,label"; a label is the digits that the
                  picture says, lines separated by "|", empty for no digit); read as the service
                  reads them, from the bytes of the file; of several folders one table
  (no FOLDER)     the MNIST test set, given to the network as it is and through our normalisation,
                  and the sets that \`deno task sets\` made; written into the report.json beside the
                  weights, which the page /model shows

  --sets DIR      where those sets are (data/sets)
  --weights FILE  other weights than weights/digits.safetensors
  --errors DIR    write the misread pictures there, with what every stage saw and a page to look at
  --json          print one JSON object instead of a table, of several folders an array
  --help
`;

const { values: args, positionals } = readOptions({
  allowPositionals: true,
  options: {
    weights: { type: "string", default: "weights/digits.safetensors" },
    sets: { type: "string", default: "data/sets" },
    errors: { type: "string" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

async function main(): Promise<void> {
  const model = await loadModel(args.weights);
  const recognizer = createRecognizer(
    chooseEngine(model, "auto").engine,
    model.calibration,
  );
  const gallery = args.errors ? await ErrorGallery.create(args.errors) : null;
  if (positionals.length === 0) {
    await evaluateAll(model, recognizer, gallery);
  } else {
    await evaluateFolders(recognizer, gallery);
  }
  await gallery?.finish();
}

async function evaluateFolders(
  recognizer: Recognizer,
  gallery: ErrorGallery | null,
): Promise<void> {
  const sets = [];
  for (const folder of positionals) {
    const samples = await folderSamples(folder, recognizer);
    sets.push(summarize(folder, await readAll(folder, samples, gallery)));
  }
  if (args.json) {
    console.log(JSON.stringify(sets.length > 1 ? sets : sets[0]));
  } else {
    console.log(
      sets.length > 1
        ? formatTable(sets)
        : sets.map(formatEvaluation).join("\n"),
    );
  }
}

/** MNIST and all sets that were made; what comes out becomes part of the report. */
async function evaluateAll(
  model: Model,
  recognizer: Recognizer,
  gallery: ErrorGallery | null,
): Promise<void> {
  const test = await loadTest();
  const direct = await readAll(
    "MNIST test, as it is",
    normalizedSamples(test, recognizer),
    null,
  );
  const mnist = {
    name: "MNIST test, through our normalisation",
    kind: "mnist",
    outcomes: await readAll(
      "MNIST test, through our normalisation",
      pictureSamples(test, recognizer),
      gallery,
    ),
  } satisfies EvaluatedSet;
  const sets = await readSets(recognizer, gallery);
  const first = summarize("MNIST test, as it is", direct);
  const normalized = summarize(mnist.name, mnist.outcomes);
  const others = sets.map(({ kind, name, outcomes }) =>
    summarize(`${kind} ${name}`, outcomes)
  );
  if (args.json) {
    console.log(JSON.stringify({ ...first, normalized, sets: others }));
  } else {
    console.log([first, normalized].map(formatEvaluation).join("\n"));
    if (others.length > 0) console.log(formatTable(others));
  }
  const date = new Date().toISOString().slice(0, 10);
  await writeReport(model, reportEvaluation(mnist, sets, test, date));
}

async function readSets(
  recognizer: Recognizer,
  gallery: ErrorGallery | null,
): Promise<EvaluatedSet[]> {
  const sets: EvaluatedSet[] = [];
  for (const kind of ["development", "unseen"] as const) {
    for (const name of await foldersIn(`${args.sets}/${kind}`)) {
      const samples = await folderSamples(
        `${args.sets}/${kind}/${name}`,
        recognizer,
      );
      const outcomes = await readAll(`${kind} ${name}`, samples, gallery);
      sets.push({ name, kind, outcomes });
    }
  }
  return sets;
}

async function foldersIn(folder: string): Promise<string[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(folder));
    return entries.filter(({ isDirectory }) => isDirectory)
      .map(({ name }) => name).sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

/** Only into the report of the same weights. */
async function writeReport(
  model: Model,
  evaluation: ReportedEvaluation,
): Promise<void> {
  const path = args.weights.replace(/[^/]*$/, "report.json");
  try {
    const report = JSON.parse(await Deno.readTextFile(path));
    if (report.version !== model.version) {
      console.error(
        `${path}: not changed; it is of ${report.version}, the weights are ${model.version}`,
      );
      return;
    }
    const text = JSON.stringify({ ...report, evaluation }, null, 2);
    await Deno.writeTextFile(path, text + "\n");
    console.error(`wrote ${path}`);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    console.error(`${path}: not found, so there is no report to complete`);
  }
}

async function readAll(
  what: string,
  samples: readonly Sample[],
  gallery: ErrorGallery | null,
): Promise<Outcome[]> {
  const line = new ProgressLine();
  const eta = new Eta(samples.length);
  const outcomes: Outcome[] = [];
  for (const sample of samples) {
    const { outcome, reading, picture } = readSample(sample);
    outcomes.push(outcome);
    if (gallery && !isCorrect(outcome)) {
      await gallery.add({ name: sample.name, ...outcome, reading, picture });
    }
    const done = outcomes.length;
    line.update(() =>
      `${what}: ${done} of ${samples.length}  ETA ${eta.format(done)}`
    );
  }
  line.clear();
  return outcomes;
}

function readSample({ name, truth, read }: Sample) {
  const start = performance.now();
  try {
    const { reading, picture } = read();
    const { digits } = reading;
    const outcome: Outcome = {
      truth,
      read: reading.lines.join("|"),
      rejected: digits.some(({ verdict }) => verdict === "rejected"),
      unsure: digits.some(({ verdict }) => verdict === "unsure"),
      blank: reading.blank,
      confidence: digits.length === 1 && digits[0]!.digit !== null
        ? digits[0]!.confidence
        : null,
      strangeness: digits.length === 0
        ? 1
        : Math.max(...digits.map(({ strangeness }) => strangeness)),
      ms: performance.now() - start,
    };
    return { outcome, reading, picture };
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    console.error(`${name}: ${error.message}`);
    const outcome: Outcome = {
      truth,
      read: "(unreadable)",
      rejected: false,
      unsure: false,
      blank: false,
      confidence: null,
      strangeness: 1,
      ms: performance.now() - start,
    };
    return { outcome, reading: null, picture: null };
  }
}

if (args.help) {
  console.log(HELP);
} else {
  await main().catch(exitWith);
}
