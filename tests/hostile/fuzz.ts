import type { Format } from "../../src/imaging/decode/signature.ts";
import {
  exitWith,
  readOptions,
  wholeNumber,
} from "../../train/command_line.ts";
import { Eta, ProgressLine } from "../../train/progress.ts";
import { FuzzError, fuzzFormat, type FuzzResult } from "./fuzz_format.ts";

const HELP = `Decodes broken pictures: only a PictureError may come of them.

deno task fuzz [--count N] [--seed S] [--format PNG|JPEG|GIF|WebP]

  --count   mutations of each format, default 10000: about 10 seconds
  --seed    which mutations, default 1
  --format  of this format only`;

const FORMATS: readonly Format[] = ["PNG", "JPEG", "GIF", "WebP"];

const { values } = readOptions({
  options: {
    count: { type: "string" },
    seed: { type: "string" },
    format: { type: "string" },
    help: { type: "boolean" },
  },
});
if (values.help) {
  console.log(HELP);
  Deno.exit();
}
const count = wholeNumber("--count", values.count) ?? 10_000;
const seed = wholeNumber("--seed", values.seed) ?? 1;
const formats = FORMATS.filter((format) =>
  values.format === undefined || values.format === format
);
if (formats.length === 0) {
  exitWith(`--format: expected one of ${FORMATS.join(", ")}`);
}

const progress = new ProgressLine();
const eta = new Eta(count * formats.length);
const results: FuzzResult[] = [];
try {
  for (const [index, format] of formats.entries()) {
    results.push(fuzzFormat(format, count, seed, (done) => {
      const all = index * count + done;
      progress.update(() =>
        `${format} ${done} of ${count}, ${eta.format(all)} left`
      );
    }));
  }
} catch (error) {
  progress.clear();
  exitWith(error instanceof FuzzError ? error.message : error);
}
progress.clear();
print(["format", "mutations", "refused", "read", "worst ms"]);
for (const { format, mutations, refused, read, worst } of results) {
  print([format, mutations, refused, read, worst.toFixed(1)]);
}

function print(cells: readonly (string | number)[]): void {
  console.log(cells.map((cell) => String(cell).padStart(10)).join(""));
}
