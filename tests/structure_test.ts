import assert from "node:assert/strict";

interface ModuleGraph {
  readonly modules: readonly {
    readonly specifier: string;
    readonly dependencies?: readonly {
      readonly specifier: string;
      readonly code?: { readonly specifier?: string };
    }[];
  }[];
}

const ROOT = new URL("../", import.meta.url).href;

type Imports = readonly (readonly [from: string, to: string])[];

/** Every import of a program but of mere types; own files relative to the root. */
async function imports(entry: string, ...flags: string[]): Promise<Imports> {
  const { stdout, success } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", ...flags, entry],
  }).output();
  assert.ok(success);
  const { modules }: ModuleGraph = JSON.parse(new TextDecoder().decode(stdout));
  const own = (specifier: string) => specifier.replace(ROOT, "");
  const importsOf = new Map(modules.map(({ specifier, dependencies = [] }) => [
    own(specifier),
    dependencies.flatMap(({ code }) =>
      code?.specifier ? [own(code.specifier)] : []
    ),
  ]));
  // The graph also holds what only types are taken from, and what that imports.
  const found: [string, string][] = [];
  const seen = new Set([entry]);
  for (const from of seen) {
    if (!/^\w+:/.test(from)) {
      for (const to of importsOf.get(from) ?? []) {
        found.push([from, to]);
        seen.add(to);
      }
    }
  }
  return found;
}

const served = [
  ...await imports("main.ts"),
  // A worker's program is no import of who starts it.
  ...await imports("src/workers/reader_worker.ts"),
  // What reads many pictures comes with the service.
  ...await imports("src/bulk/classify.ts"),
  ...await imports("src/bulk/worker.ts"),
];
const offline = await imports(
  "src/offline/worker.ts",
  "--import-map=src/offline/import_map.json",
);

function offenders(
  from: RegExp,
  allowed: RegExp,
  program: Imports = served,
): string[] {
  return program
    .filter(([importer, imported]) =>
      from.test(importer) && !allowed.test(imported)
    )
    .map(([importer, imported]) => `${importer} imports ${imported}`);
}

Deno.test("the service imports nothing of training, benchmarks or tfjs", () => {
  assert.ok(served.length > 20);
  assert.deepEqual(
    offenders(/./, /^(?!train\/|bench\/|tests\/|npm:.*tensorflow)/),
    [],
  );
});

Deno.test("src/inference imports nothing outside itself", () => {
  assert.deepEqual(offenders(/^src\/inference\//, /^src\/inference\//), []);
});

Deno.test("src/explain imports nothing but src/inference", () => {
  assert.deepEqual(
    offenders(/^src\/explain\//, /^src\/(explain|inference)\//),
    [],
  );
});

Deno.test("src/imaging imports nothing outside itself but the decoders' codecs", () => {
  assert.deepEqual(
    offenders(/^src\/imaging\/(?!decode\/)/, /^src\/imaging\/(?!decode\/)/),
    [],
  );
  assert.deepEqual(
    offenders(
      /^src\/imaging\/decode\//,
      /^(src\/imaging\/|npm:.*imagescript.*\.wasm$|npm:.*@jsquash\/webp.*\/dec\/)/,
    ),
    [],
  );
});

Deno.test("the service worker imports what browsers run: own files and hono", async () => {
  assert.ok(offline.length > 100);
  assert.deepEqual(offenders(/./, /^(src\/.*\.tsx?|npm:\/?hono)/, offline), []);
  for (const file of new Set(offline.map(([importer]) => importer))) {
    const code = await Deno.readTextFile(new URL(file, ROOT));
    assert.doesNotMatch(code, /\bDeno\./, file);
  }
});

Deno.test("views import only views and the jsx runtime", () => {
  assert.deepEqual(
    offenders(/^src\/views\//, /^(src\/views\/|npm:\/?hono)/),
    [],
  );
});

Deno.test("src/inference, src/imaging and src/explain use no Deno API", async () => {
  const files = new Set(
    served.flat().filter((file) =>
      /^src\/(inference|imaging|explain)\//.test(file)
    ),
  );
  assert.ok(files.size > 20);
  for (const file of files) {
    if (!file.endsWith(".ts")) continue;
    assert.doesNotMatch(
      await Deno.readTextFile(new URL(file, ROOT)),
      /\bDeno\./,
      file,
    );
  }
});

Deno.test("deno.lock, which `deno task start` installs, holds only what the service imports", async () => {
  const lock = JSON.parse(await Deno.readTextFile(new URL("deno.lock", ROOT)));
  const names = Object.keys(lock.npm).map((key) =>
    key.replace(/(?<=.)@.*$/, "")
  );
  assert.deepEqual(names, [
    "@hono/node-server",
    // Of hono-openapi, as all that is for schemas and @types.
    "@hono/standard-validator",
    "@jsquash/webp",
    "@opentelemetry/api",
    "@standard-community/standard-json",
    "@standard-community/standard-openapi",
    "@standard-schema/spec",
    "@types/json-schema",
    "@valibot/to-json-schema",
    "hono-openapi",
    "hono",
    "htmx.org",
    "imagescript",
    "openapi-types",
    "postgres",
    "quansync",
    "valibot",
    // Of @jsquash/webp's own encoder, which is not used.
    "wasm-feature-detect",
  ]);
});
