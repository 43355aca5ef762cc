import type { Picture } from "../src/imaging/picture.ts";
import { chooseEngine } from "../src/inference/choose.ts";
import { createRecognizer, type Reading } from "../src/recognize.ts";
import { CHANGE_NAMES, type ChangeName, CHANGES } from "./change_picture.ts";
import { exitWith, readOptions, wholeNumber } from "./command_line.ts";
import { loadModel } from "./load_model.ts";
import { type DataSet, loadTest, PIXELS, SIDE } from "./mnist.ts";
import { Eta, ProgressLine } from "./progress.ts";
import { Random } from "./random.ts";

const HELP =
  `Changes pictures of MNIST test digits so that no person would read them otherwise, and counts
how often the reading changes.

  deno task invariance [options]

  --images N      of the test set, from its start (2000)
  --weights FILE  other weights than weights/digits.safetensors
  --json          print an array of {"change", "images", "changed", "share", "wrong"}
  --help
`;

const { values: args } = readOptions({
  options: {
    images: { type: "string", default: "2000" },
    weights: { type: "string", default: "weights/digits.safetensors" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

/** Any: the same digits and changes are compared each time. */
const SEED = 4;

interface Invariance {
  readonly change: ChangeName;
  readonly images: number;
  /** Read otherwise than unchanged. */
  readonly changed: number;
  readonly share: number;
  /** Of those, read right before and wrong after. */
  readonly wrong: number;
}

async function main(): Promise<void> {
  const model = await loadModel(args.weights);
  const { read } = createRecognizer(
    chooseEngine(model, "auto").engine,
    model.calibration,
  );
  const test = await loadTest();
  const images = Math.min(test.count, wholeNumber("--images", args.images)!);
  const line = new ProgressLine();
  const eta = new Eta(images * CHANGE_NAMES.length);
  const results = CHANGE_NAMES.map((change, index): Invariance => {
    const { changed, wrong } = compare(change, test, images, read, (done) => {
      const all = index * images + done;
      line.update(() =>
        `${change}: ${done} of ${images}  ETA ${eta.format(all)}`
      );
    });
    return { change, images, changed, share: changed / images, wrong };
  });
  line.clear();
  console.log(args.json ? JSON.stringify(results) : formatTable(results));
}

function compare(
  change: ChangeName,
  test: DataSet,
  images: number,
  read: (picture: Picture) => Reading,
  onRead: (done: number) => void,
): { changed: number; wrong: number } {
  let [changed, wrong] = [0, 0];
  for (let index = 0; index < images; index++) {
    const picture = blackOnWhite(test, index);
    const random = new Random(SEED, index);
    const before = read(picture).text;
    const after = read(CHANGES[change]({ picture, random })).text;
    const label = String(test.labels[index]);
    if (after !== before) changed++;
    if (before === label && after !== label) wrong++;
    onRead(index + 1);
  }
  return { changed, wrong };
}

function blackOnWhite(test: DataSet, index: number): Picture {
  const rgba = new Uint8Array(4 * PIXELS).fill(255);
  for (let i = 0; i < PIXELS; i++) {
    const gray = 255 - test.images[index * PIXELS + i]!;
    rgba.fill(gray, 4 * i, 4 * i + 3);
  }
  return { width: SIDE, height: SIDE, rgba, scale: 1 };
}

function formatTable(results: readonly Invariance[]): string {
  const width = Math.max(...CHANGE_NAMES.map((name) => name.length));
  return results.map(({ change, images, changed, share, wrong }) =>
    `${change.padEnd(width)}  ${(100 * share).toFixed(2).padStart(5)}%  ` +
    `${changed} of ${images} read otherwise, ${wrong} of them wrong`
  ).join("\n");
}

if (args.help) {
  console.log(HELP);
} else {
  await main().catch(exitWith);
}
