import assert from "node:assert/strict";
import { SAMPLES } from "../../src/routes/page/samples.ts";
import { services } from "../app/services.ts";
import { startServer } from "../server_process.ts";
import { isThere } from "./program.ts";

const EXAMPLES = new URL("../../src/examples/", import.meta.url).pathname;

/** Runs an example as it is against a server, and returns what it prints. */
async function run(program: string, args: string[]): Promise<string> {
  await using server = await startServer();
  const cwd = await Deno.makeTempDir();
  try {
    const { code, stdout, stderr } = await new Deno.Command(program, {
      args: [...args, server.url.replace(/\/$/, "")],
      cwd,
    }).output();
    assert.equal(code, 0, new TextDecoder().decode(stderr));
    return new TextDecoder().decode(stdout);
  } finally {
    await Deno.remove(cwd, { recursive: true });
  }
}

function exampleTest(
  name: string,
  needs: string,
  fn: () => Promise<void>,
): void {
  const ignore = !isThere(needs);
  if (ignore) console.log(`no ${needs} here: its example is not run`);
  Deno.test({ name, ignore, fn });
}

const textOf = async (bytes: Uint8Array) =>
  (await services.read(bytes.slice())).reading.text;
const digit = await textOf(SAMPLES.digit);
const column = await textOf(SAMPLES.column);
const TOLD = [
  `One picture says ${JSON.stringify(digit)}`,
  `digit.png says ${JSON.stringify(digit)}`,
  `column.png says ${JSON.stringify(column)}`,
  "The network says 1",
  "",
].join("\n");

exampleTest("the example for curl runs as it is", "curl", async () => {
  const told = await run("sh", [`${EXAMPLES}ask.sh`]);
  const [one, first, second, model, ...rest] = told.split("\n");
  assert.equal(JSON.parse(one!).text, digit);
  assert.deepEqual(
    [first, second].map((line) => JSON.parse(line!)).map(({ id, text }) => [
      id,
      text,
    ]),
    [["digit.png", digit], ["column.png", column]],
  );
  assert.equal(JSON.parse(model!).name, "digits");
  assert.deepEqual(rest, [""]);
});

Deno.test("the example for JavaScript runs as it is in Deno", async () => {
  const args = ["run", "--no-config", "--allow-net", `${EXAMPLES}ask.mjs`];
  assert.equal(await run(Deno.execPath(), args), TOLD);
});

exampleTest(
  "the example for JavaScript runs as it is in Node",
  "node",
  async () => {
    // Node goes by names of files where there is no package.json.
    const args = ["--experimental-default-type=module", `${EXAMPLES}ask.mjs`];
    assert.equal(await run("node", args), TOLD);
  },
);

exampleTest("the example for Python runs as it is", "python3", async () => {
  assert.equal(await run("python3", [`${EXAMPLES}ask.py`]), TOLD);
});
