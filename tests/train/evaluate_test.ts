import assert from "node:assert/strict";
import { encodePng } from "../../src/png.ts";

/** Runs the command on a folder made for it. */
async function evaluate(
  files: Record<string, Uint8Array | string>,
  ...options: string[]
) {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, content] of Object.entries(files)) {
      const bytes = typeof content === "string"
        ? new TextEncoder().encode(content)
        : content;
      await Deno.writeFile(`${folder}/${name}`, bytes);
    }
    const args = ["task", "--quiet", "evaluate", folder];
    args.push(...options.map((option) => option.replace("FOLDER", folder)));
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args,
    }).output();
    const errors = options.includes("--errors")
      ? Array.from(Deno.readDirSync(`${folder}/errors`), ({ name }) => name)
        .sort()
      : [];
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    return { code, stdout: text(stdout), stderr: text(stderr), errors };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** An upright bar of ink on white paper. */
function one(): Uint8Array {
  const gray = new Uint8Array(60 * 60).fill(255);
  for (let y = 10; y < 50; y++) gray.fill(0, y * 60 + 28, y * 60 + 33);
  return encodePng("gray", 60, 60, gray);
}

const blank = encodePng("gray", 30, 30, new Uint8Array(900).fill(255));

Deno.test("deno task evaluate FOLDER --json prints one object that says what was read", async () => {
  const { code, stdout } = await evaluate({
    "labels.csv": "file,label\none.png,1\nblank.png,\nseven.png,7\n",
    "one.png": one(),
    "blank.png": blank,
    "seven.png": one(),
  }, "--json");
  assert.equal(code, 0);
  const evaluation = JSON.parse(stdout);
  assert.equal(evaluation.images, 3);
  assert.equal(evaluation.correct, 2);
  assert.deepEqual(evaluation.confusions, [["7", "1", 1]]);
  assert.ok(evaluation.ms.median > 0);
});

Deno.test("deno task evaluate --errors keeps each misread picture with its stages", async () => {
  const { errors } = await evaluate(
    {
      "labels.csv": "file,label\nseven.png,7\n",
      "seven.png": one(),
    },
    "--errors",
    "FOLDER/errors",
  );
  assert.deepEqual(errors, [
    "0001_7_1-sent.png",
    "0001_7_2-ink.png",
    "0001_7_3-seen-1.png",
    "index.html",
  ]);
});

Deno.test("deno task evaluate counts a broken picture as misread and goes on", async () => {
  const { code, stdout, stderr } = await evaluate({
    "labels.csv": "file,label\nbroken.png,4\none.png,1\n",
    "broken.png": one().subarray(0, 40),
    "one.png": one(),
  }, "--json");
  assert.equal(code, 0);
  assert.match(stderr, /broken\.png: /);
  assert.equal(JSON.parse(stdout).correct, 1);
});

for (
  const [options, reason] of [
    [["--errrors"], /^Unknown option '--errrors'.*; --help names the options$/],
    [["--weights", "none.safetensors"], /^none\.safetensors: not found; .*$/],
    [["--weights", "deno.json"], /^deno\.json: .*$/],
  ] as const
) {
  Deno.test(`deno task evaluate says in one line what is wrong with ${options.join(" ")}`, async () => {
    const { code, stderr } = await evaluate({}, ...options);
    assert.equal(code, 1);
    assert.match(stderr.trim(), reason);
  });
}

Deno.test("deno task evaluate says in one line what the folder lacks", async () => {
  const { code, stderr } = await evaluate({ "note.txt": "no labels here" });
  assert.equal(code, 1);
  assert.match(
    stderr.trim(),
    /^.*labels\.csv: not found; expected a header "file,label".*$/,
  );
});
