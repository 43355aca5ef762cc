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

/** Every import of a program but of mere types, as [from, to]; own files relative to the root. */
async function imports(entry: string): Promise<[from: string, to: string][]> {
  const { stdout, success } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", entry],
  }).output();
  assert.ok(success);
  const graph: ModuleGraph = JSON.parse(new TextDecoder().decode(stdout));
  const own = (specifier: string) => specifier.replace(ROOT, "");
  return graph.modules
    .filter(({ specifier }) => specifier.startsWith(ROOT))
    .flatMap(({ specifier, dependencies = [] }) =>
      dependencies.flatMap(({ code }): [string, string][] =>
        code?.specifier ? [[own(specifier), own(code.specifier)]] : []
      )
    );
}

const served = [
  ...await imports("main.ts"),
  // A worker's program is no import of who starts it.
  ...await imports("src/workers/reader_worker.ts"),
];

function offenders(from: RegExp, allowed: RegExp): string[] {
  return served
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

Deno.test("views import only views and the jsx runtime", () => {
  assert.deepEqual(
    offenders(/^src\/views\//, /^(src\/views\/|npm:\/?hono)/),
    [],
  );
});

Deno.test("src/inference and src/imaging use no Deno API", async () => {
  const files = new Set(
    served.flat().filter((file) => /^src\/(inference|imaging)\//.test(file)),
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
  const names = Object.keys(lock.npm).map((key) => key.replace(/@[^@]*$/, ""));
  assert.deepEqual(names, [
    "@jsquash/webp",
    "hono",
    "htmx.org",
    "imagescript",
    // Of @jsquash/webp's own encoder, which is not used.
    "wasm-feature-detect",
  ]);
});
