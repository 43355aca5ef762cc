import assert from "node:assert/strict";
import { SAMPLES } from "../../src/routes/page/samples.ts";
import { withoutComments } from "../../src/routes/assets/script.ts";
import { SAMPLE_FILES } from "../../src/views/input/samples.tsx";
import { assertProblem } from "./requests.ts";
import { app } from "./services.ts";

const STATIC = new URL("../../src/static/", import.meta.url);
/** Compressed bytes of all scripts, and of all that the page loads. */
const MAX_SCRIPTS = 35 * 2 ** 10;
const MAX_PAGE = 60 * 2 ** 10;

const html = await (await app.request("/")).text();

/** Paths of the page's files, by what names them. */
function named(pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, path]) => path!);
}

const entries = named(/<script src="\/static\/([^"]+)" type="module"/g);
const preloaded = named(/rel="modulepreload" href="\/static\/([^"]+)"/g);

/** The modules that a module of the page imports, and those that they import. */
async function importedBy(path: string): Promise<string[]> {
  const source = await Deno.readTextFile(new URL(path, STATIC));
  const found: string[] = [];
  for (const [, to] of source.matchAll(/^import [^;]*?"([^"]+)";/gm)) {
    const url = new URL(to!, new URL(path, STATIC));
    const imported = url.href.replace(STATIC.href, "");
    found.push(imported, ...await importedBy(imported));
  }
  return found;
}

async function compressed(paths: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const path of paths) {
    const response = await app.request(path);
    assert.equal(response.status, 200, path);
    const { body } = response;
    const isPicture = response.headers.get("Content-Type")!
      .match(/^image\/(png|jpeg)/);
    const stream = isPicture
      ? body!
      : body!.pipeThrough(new CompressionStream("gzip"));
    bytes += (await new Response(stream).bytes()).length;
  }
  return bytes;
}

Deno.test("the page names beforehand exactly the modules that its scripts import", async () => {
  const imported = (await Promise.all(entries.map(importedBy))).flat();
  assert.ok(imported.length > 10);
  assert.deepEqual(preloaded.toSorted(), [...new Set(imported)].toSorted());
});

Deno.test("scripts take 35 KB compressed at most, the whole page 60 KB", async () => {
  const scripts = [
    "/static/htmx.min.js",
    ...[...entries, ...preloaded].map((path) => `/static/${path}`),
  ];
  const others = named(
    /(?:src|href)="(\/static\/[^"]+\.(?:css|png|jpg|svg))"/g,
  );
  assert.ok(others.length >= 9);
  const ofScripts = await compressed(scripts);
  const ofPage = ofScripts + await compressed(["/", ...others]);
  assert.ok(ofScripts <= MAX_SCRIPTS, `${ofScripts} bytes of scripts`);
  assert.ok(ofPage <= MAX_PAGE, `${ofPage} bytes of the page`);
});

Deno.test("scripts are sent without their comments, and are the same otherwise", async () => {
  for (const path of [...entries, ...preloaded]) {
    const source = await Deno.readTextFile(new URL(path, STATIC));
    const lines = withoutComments(source).split("\n");
    assert.deepEqual(lines.filter((line) => /^\s*(\/?\*|\/\/)/.test(line)), []);
    const isComment = /^\s*(\/\*\*|\*|\/\/)/;
    assert.deepEqual(
      lines,
      source.split("\n").filter((line) => !isComment.test(line)),
      path,
    );
  }
});

Deno.test("a comment beside code stays, and a path in a text", () => {
  const source = 'const a = 1; // one\nconst b = "https://x/**/";\n';
  assert.equal(withoutComments(source), source);
});

for (const { name, file } of SAMPLE_FILES) {
  Deno.test(`the sample ${name} is small, shown and read`, async () => {
    assert.ok(SAMPLES[name].length <= 10_000);
    const shown = await app.request(`/static/samples/${file}`);
    assert.deepEqual(await shown.bytes(), SAMPLES[name]);
    const read = await app.request(`/read?sample=${name}`, {
      headers: { "HX-Request": "true" },
    });
    assert.equal(read.status, 200);
    assert.match(await read.text(), /^<section id="result" class="result read/);
  });
}

Deno.test("a plain form's sample is answered with the whole page", async () => {
  const page = await (await app.request("/read?sample=amount")).text();
  assert.match(page, /^<!doctype html>.*data-text="902"/s);
});

for (const name of ["none", "__proto__", "../digit", ""]) {
  Deno.test(`a sample named ${JSON.stringify(name)} is none`, async () => {
    const path = `/read?sample=${encodeURIComponent(name)}`;
    const response = await app.request(path);
    assert.equal(response.status, 400);
    assert.match(await response.text(), /It could not be read/);
  });
}

Deno.test("GET /read without a sample leads to the page", async () => {
  const response = await app.request("/read");
  assert.equal(response.status, 302);
  assert.equal(response.headers.get("Location"), "/");
});

Deno.test("a folder of static files is no file", async () => {
  await assertProblem(await app.request("/static/pad"), 404, /file/);
});
