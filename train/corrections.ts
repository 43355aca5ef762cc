import { readConfig } from "../src/config.ts";
import {
  type CorrectionStore,
  StoreError,
} from "../src/corrections/correction_store.ts";
import { EXPORT_FORMATS, exportFiles } from "../src/corrections/export.ts";
import { openStore } from "../src/corrections/sqlite_store.ts";
import { exitWith, readOptions } from "./command_line.ts";

const HELP = `Gives out the corrections that people sent to the service.

  deno task corrections export DIR [options]

  DIR            where to; has to be empty or missing

  --format NAME  pictures: a PNG each and a labels.csv, as \`deno task evaluate\` takes them;
                 idx: images and labels as MNIST's files are, 10 for no digit (default pictures)
  --help

They are read from DATA_DIR (default data/corrections); the service may run meanwhile.
Train with them: deno task train --with-corrections DIR
`;

const { values: args, positionals } = readOptions({
  allowPositionals: true,
  options: {
    format: { type: "string", default: "pictures" },
    help: { type: "boolean", default: false },
  },
});

async function main(): Promise<void> {
  const [command, folder, ...more] = positionals;
  if (command !== "export" || folder === undefined || more.length > 0) {
    exitWith("expected: deno task corrections export DIR; --help says more");
  }
  const format = EXPORT_FORMATS.find((name) => name === args.format) ??
    exitWith(
      `--format: expected one of ${
        EXPORT_FORMATS.join(", ")
      }, found ${args.format}`,
    );
  const store = await openExisting(readConfig(Deno.env).dataDir);
  try {
    await makeEmpty(folder);
    for await (const file of exportFiles(store.iterate({}), format)) {
      await Deno.writeFile(`${folder}/${file.name}`, file.bytes);
    }
    console.log(`wrote ${await store.count({})} corrections to ${folder}`);
  } finally {
    await store.close();
  }
}

/** Only where there is one: a mistyped folder is not to become a store. */
async function openExisting(folder: string): Promise<CorrectionStore> {
  try {
    await Deno.stat(folder);
    return openStore(folder);
  } catch (error) {
    if (error instanceof StoreError) exitWith(error.message);
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    exitWith(`${folder}: not found; DATA_DIR names where corrections are kept`);
  }
}

/** So that no picture of another export is left among these. */
async function makeEmpty(folder: string): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  for await (const { name } of Deno.readDir(folder)) {
    exitWith(`${folder}: expected an empty folder, found ${name} in it`);
  }
}

if (args.help) {
  console.log(HELP);
} else {
  await main().catch(exitWith);
}
