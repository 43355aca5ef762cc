import { decode } from "../src/imaging/decode/decode.ts";
import { PictureError } from "../src/imaging/decode/errors.ts";
import type { Picture } from "../src/imaging/picture.ts";
import { chooseEngine } from "../src/inference/choose.ts";
import {
  createRecognizer,
  type Reading,
  type Recognizer,
} from "../src/recognize.ts";
import { exitWith, readOptions } from "./command_line.ts";
import { ErrorGallery } from "./error_gallery.ts";
import {
  type Evaluation,
  formatEvaluation,
  isCorrect,
  type Outcome,
  summarize,
} from "./evaluation.ts";
import { type Label, LabelsError, parseLabels } from "./labels.ts";
import { type DataSet, loadTest, PIXELS, readImage, SIDE } from "./mnist.ts";
import { loadModel } from "./load_model.ts";
import { Eta, ProgressLine } from "./progress.ts";

const HELP = `Measures how well pictures are read.

  deno task evaluate [FOLDER] [options]

  FOLDER          pictures with a labels.csv (header "file,label"; a label is the digits that the
                  picture says, lines separated by "|", empty for no digit); read as the service
                  reads them, from the bytes of the file
  (no FOLDER)     the MNIST test set, given to the network as it is and through our normalisation

  --weights FILE  other weights than weights/digits.safetensors
  --errors DIR    write the misread pictures there, with what every stage saw and a page to look at
  --json          print one JSON object instead of a table
  --help
`;

const { values: args, positionals } = readOptions({
  allowPositionals: true,
  options: {
    weights: { type: "string", default: "weights/digits.safetensors" },
    errors: { type: "string" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

/** One picture to read. */
interface Sample {
  readonly name: string;
  readonly truth: string;
  /** @throws {PictureError} */
  read(): { reading: Reading; picture: Picture | null };
}

async function main(): Promise<void> {
  const model = await loadModel(args.weights);
  const recognizer = createRecognizer(
    chooseEngine(model, "auto").engine,
    model.calibration,
  );
  const gallery = args.errors ? await ErrorGallery.create(args.errors) : null;
  const evaluations = positionals[0] === undefined
    ? await evaluateMnist(recognizer, gallery)
    : [
      await evaluate(
        positionals[0],
        await folderSamples(positionals[0], recognizer),
        gallery,
      ),
    ];
  await gallery?.finish();
  const [first, normalized] = evaluations;
  if (args.json) {
    console.log(JSON.stringify(normalized ? { ...first, normalized } : first));
  } else {
    console.log(evaluations.map(formatEvaluation).join("\n"));
  }
}

async function evaluateMnist(
  recognizer: Recognizer,
  gallery: ErrorGallery | null,
): Promise<Evaluation[]> {
  const test = await loadTest();
  return [
    await evaluate(
      "MNIST test, as it is",
      mnistSamples(test, (index) => {
        const pixels = new Float32Array(PIXELS);
        readImage(pixels, test, index);
        return { reading: recognizer.readNormalized(pixels), picture: null };
      }),
      null,
    ),
    await evaluate(
      "MNIST test, through our normalisation",
      mnistSamples(test, (index) => {
        const picture = mnistPicture(test, index);
        return { reading: recognizer.read(picture), picture };
      }),
      gallery,
    ),
  ];
}

function mnistSamples(
  test: DataSet,
  read: (index: number) => ReturnType<Sample["read"]>,
): Sample[] {
  return Array.from(test.labels, (label, index) => ({
    name: `t10k ${index}`,
    truth: String(label),
    read: () => read(index),
  }));
}

/** White ink on black, as MNIST is shown. */
function mnistPicture(test: DataSet, index: number): Picture {
  const rgba = new Uint8Array(PIXELS * 4).fill(255);
  for (let i = 0; i < PIXELS; i++) {
    rgba.fill(test.images[index * PIXELS + i]!, 4 * i, 4 * i + 3);
  }
  return { width: SIDE, height: SIDE, rgba, scale: 1 };
}

async function folderSamples(
  folder: string,
  recognizer: Recognizer,
): Promise<Sample[]> {
  const labels = await readLabels(folder);
  return labels.map(({ file, label }) => ({
    name: file,
    truth: label,
    read: () => {
      const picture = decode(readPicture(`${folder}/${file}`));
      return { reading: recognizer.read(picture), picture };
    },
  }));
}

async function readLabels(folder: string): Promise<Label[]> {
  const path = `${folder}/labels.csv`;
  try {
    return parseLabels(await Deno.readTextFile(path));
  } catch (error) {
    if (error instanceof LabelsError) exitWith(`${path}, ${error.message}`);
    if (error instanceof Deno.errors.NotFound) {
      exitWith(
        `${path}: not found; expected a header "file,label" and a row for each picture`,
      );
    }
    throw error;
  }
}

function readPicture(path: string): Uint8Array {
  try {
    return Deno.readFileSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    exitWith(`${path}: named in labels.csv, not found`);
  }
}

async function evaluate(
  dataset: string,
  samples: readonly Sample[],
  gallery: ErrorGallery | null,
): Promise<Evaluation> {
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
      `${dataset}: ${done} of ${samples.length}  ETA ${eta.format(done)}`
    );
  }
  line.clear();
  return summarize(dataset, outcomes);
}

function readSample(sample: Sample) {
  const start = performance.now();
  const end = () => performance.now() - start;
  try {
    const { reading, picture } = sample.read();
    const outcome = {
      truth: sample.truth,
      read: reading.lines.join("|"),
      rejected: reading.digits.some(({ verdict }) => verdict === "rejected"),
      unsure: reading.digits.some(({ verdict }) => verdict === "unsure"),
      ms: end(),
    };
    return { outcome, reading, picture };
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    console.error(`${sample.name}: ${error.message}`);
    const read = "(unreadable)";
    const outcome = {
      truth: sample.truth,
      read,
      rejected: false,
      unsure: false,
      ms: end(),
    };
    return { outcome, reading: null, picture: null };
  }
}

if (args.help) {
  console.log(HELP);
} else {
  await main().catch(exitWith);
}
