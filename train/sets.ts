import { exitWith, readOptions, wholeNumber } from "./command_line.ts";
import { split } from "./batches.ts";
import { type DataSet, loadTest, loadTrain } from "./mnist.ts";
import { Eta, ProgressLine } from "./progress.ts";
import { Random } from "./random.ts";
import { FULL } from "./recipe.ts";
import type { FontSplit } from "./synthetic/families.ts";
import {
  digitGlyphs,
  FontError,
  type FontGlyph,
  letterGlyphs,
} from "./synthetic/fonts.ts";
import { STOCK, UNSEEN_STOCK } from "./synthetic/photos/stock.ts";
import {
  fontHands,
  mixedHands,
  mnistHands,
  strokeHands,
} from "./synthetic/numbers/hands.ts";
import type { Hands } from "./synthetic/numbers/hand.ts";
import {
  makeNumberSample,
  NUMBER_SET_NAMES,
  type NumberMaterial,
  type NumberSetName,
} from "./synthetic/numbers/sets.ts";
import {
  makeSample,
  type Material,
  type Sample,
  SET_NAMES,
  type SetName,
} from "./synthetic/set_list.ts";
import { DRAWN_SIDE, fromFonts, fromMnist } from "./synthetic/set_sources.ts";

const HELP = `Makes folders of pictures as people send them, to measure with:
  deno task evaluate data/sets/development/*

  deno task sets [options]

  Each folder holds one family of single digits (${SET_NAMES.join(", ")})
  or of numbers (${NUMBER_SET_NAMES.join(", ")})
  and a labels.csv with the columns file, label and kind. Those in development/ are to steer by.
  Those in unseen/ are of other digits (MNIST's test images), hands, fonts, papers and pens, and
  are for judging only: choose nothing by them.

  --out DIR     where to (data/sets)
  --count N     pictures a set (500)
  --seed S      of all that is random (1)
  --only NAME   one set only
  --help
`;

const { values: args } = readOptions({
  options: {
    out: { type: "string", default: "data/sets" },
    count: { type: "string", default: "500" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

/** Keeps the sets for judging apart from all others, whatever the seed. */
const UNSEEN_SEED = 1_000_003;

async function main(): Promise<void> {
  const count = wholeNumber("--count", args.count)!;
  const seed = wholeNumber("--seed", args.seed)!;
  const names = args.only === undefined ? ALL_NAMES : [setName(args.only)];
  const parts = [
    { folder: `${args.out}/development`, make: developmentMaterial },
    { folder: `${args.out}/unseen`, make: unseenMaterial },
  ];
  const line = new ProgressLine();
  const eta = new Eta(parts.length * names.length * count);
  let done = 0;
  for (const { folder, make } of parts) {
    const material = await make(seed, names);
    for (const name of names) {
      await writeSet(`${folder}/${name}`, name, material, count, () => {
        done++;
        line.update(() => `${folder}/${name}  ETA ${eta.format(done)}`);
      });
    }
  }
  line.clear();
}

type AnySetName = SetName | NumberSetName;

const ALL_NAMES: readonly AnySetName[] = [...SET_NAMES, ...NUMBER_SET_NAMES];

function setName(text: string): AnySetName {
  const name = ALL_NAMES.find((known) => known === text);
  return name ??
    exitWith(`--only: expected one of ${ALL_NAMES.join(", ")}, found ${text}`);
}

/** What all sets of one folder are made from. */
interface AllMaterial {
  readonly digits: Material;
  readonly numbers: NumberMaterial;
}

/** MNIST's digits that no network is trained on. */
async function developmentMaterial(
  seed: number,
  names: readonly AnySetName[],
): Promise<AllMaterial> {
  const train = await loadTrain();
  const { validation } = split(train.count, FULL.validation);
  return materialOf(train, validation, {
    fonts: await fontGlyphs("training", names),
    stock: STOCK,
    isUnseen: false,
    seed,
  });
}

async function unseenMaterial(
  seed: number,
  names: readonly AnySetName[],
): Promise<AllMaterial> {
  const test = await loadTest();
  const order = new Random(UNSEEN_SEED + seed).permutation(test.count);
  return materialOf(test, order, {
    fonts: await fontGlyphs("unseen", names),
    stock: UNSEEN_STOCK,
    isUnseen: true,
    seed: UNSEEN_SEED + seed,
  });
}

function materialOf(
  mnist: DataSet,
  indices: Uint32Array,
  { fonts: { digits, letters }, ...common }:
    & Pick<NumberMaterial, "stock" | "isUnseen" | "seed">
    & { readonly fonts: Fonts },
): AllMaterial {
  return {
    digits: {
      mnist: fromMnist(mnist, indices),
      digits: fromFonts(digits),
      letters: fromFonts(letters),
      ...common,
    },
    numbers: {
      ...handsOf(mnistHands(mnist, indices), digits),
      letters,
      ...common,
    },
  };
}

/** Most numbers are of MNIST's digits, some of strokes, some of fonts. */
function handsOf(
  mnist: Hands,
  glyphs: readonly FontGlyph[],
): Pick<NumberMaterial, "hands" | "handsAndFonts"> {
  const handwritten = glyphs.filter(({ kind }) => kind === "handwriting");
  const hands = mixedHands(
    { hands: mnist, weight: 5 },
    { hands: strokeHands, weight: 3 },
  );
  const handsAndFonts = mixedHands(
    { hands, weight: 8 },
    { hands: fontHands(handwritten), weight: 1 },
  );
  return { hands, handsAndFonts };
}

/** Sets that need fonts, which are fetched when first used. */
const OF_DIGITS: ReadonlySet<AnySetName> = new Set([
  "printed",
  "numbers",
  "lines",
]);
const OF_LETTERS: ReadonlySet<AnySetName> = new Set(["non-digits", "crowd"]);

interface Fonts {
  readonly digits: readonly FontGlyph[];
  readonly letters: readonly FontGlyph[];
}

async function fontGlyphs(
  split: FontSplit,
  names: readonly AnySetName[],
): Promise<Fonts> {
  const isNeeded = (set: ReadonlySet<AnySetName>) =>
    names.some((name) => set.has(name));
  return {
    digits: isNeeded(OF_DIGITS) ? await digitGlyphs(split, DRAWN_SIDE) : [],
    letters: isNeeded(OF_LETTERS) ? await letterGlyphs(split, DRAWN_SIDE) : [],
  };
}

function isNumberSet(name: AnySetName): name is NumberSetName {
  return NUMBER_SET_NAMES.some((known) => known === name);
}

function sampleOf(
  name: AnySetName,
  { digits, numbers }: AllMaterial,
  index: number,
): Sample {
  return isNumberSet(name)
    ? makeNumberSample(name, numbers, index)
    : makeSample(name, digits, index);
}

/** Replaces the folder, so that no picture of another run is left in it. */
async function writeSet(
  folder: string,
  name: AnySetName,
  material: AllMaterial,
  count: number,
  onWritten: () => void,
): Promise<void> {
  await Deno.remove(folder, { recursive: true }).catch(ignoreMissing);
  await Deno.mkdir(folder, { recursive: true });
  const rows = ["file,label,kind"];
  for (let index = 0; index < count; index++) {
    const { bytes, extension, label, kind } = sampleOf(name, material, index);
    const file = `${String(index).padStart(4, "0")}.${extension}`;
    await Deno.writeFile(`${folder}/${file}`, bytes);
    rows.push(`${file},${label},${kind}`);
    onWritten();
  }
  await Deno.writeTextFile(`${folder}/labels.csv`, `${rows.join("\n")}\n`);
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

if (args.help) {
  console.log(HELP);
} else {
  await main().catch((error) =>
    exitWith(error instanceof FontError ? error.message : error)
  );
}
