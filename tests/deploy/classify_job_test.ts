import assert from "node:assert/strict";
import { sevenPng } from "../app/drawing.ts";
import { parseLines } from "../bulk/run_classify.ts";
import { withTemporaryFolder } from "../train/temporary_folder.ts";
import { parse } from "./yaml.ts";

interface Template {
  readonly metadata: { readonly labels: Readonly<Record<string, string>> };
  readonly spec: {
    readonly containers: readonly {
      readonly command: readonly string[];
      readonly args: readonly string[];
      readonly volumeMounts: readonly { readonly mountPath: string }[];
    }[];
  };
}
interface Job {
  readonly spec: { readonly completions: number; readonly template: Template };
}

const ROOT = new URL("../../", import.meta.url);
const read = async <File>(name: string): Promise<File> =>
  parse(await Deno.readTextFile(new URL(`deploy/kubernetes/${name}`, ROOT)));

const { spec: { completions, template } } = await read<Job>(
  "classify-job.yaml",
);
const container = template.spec.containers[0]!;

/** More than there are pods, and no multiple of it. */
const PICTURES = completions + 3;

Deno.test("the pods of the Job read together every picture once, by their own command", async () => {
  await withTemporaryFolder(async (folder) => {
    for (const { mountPath } of container.volumeMounts) {
      await Deno.mkdir(folder + mountPath);
    }
    const files = Array.from(
      { length: PICTURES },
      (_, i) => `${folder}/pictures/${i}.png`,
    );
    for (const file of files) await Deno.writeFile(file, sevenPng);
    const results = [];
    for (let index = 0; index < completions; index++) {
      await runPod(index, folder);
      const text = await Deno.readTextFile(`${folder}/results/${index}.jsonl`);
      results.push(...parseLines(text));
    }
    assert.deepEqual(
      results.map(({ file }) => file).toSorted(),
      files.toSorted(),
    );
    assert.ok(results.every(({ text }) => text === "7"));
  });
});

Deno.test("the Service of the server sends no request to pods of the Job", async () => {
  const { spec } = await read<{ spec: { selector: Record<string, string> } }>(
    "service.yaml",
  );
  const { labels } = template.metadata;
  const selected = Object.entries(spec.selector)
    .every(([name, value]) => labels[name] === value);
  assert.ok(!selected);
});

/** As Kubernetes does, with its mounts below `folder`. */
async function runPod(index: number, folder: string): Promise<void> {
  const [program, ...args] = [...container.command, ...container.args].map(
    (word) =>
      word.replaceAll("$(JOB_COMPLETION_INDEX)", String(index))
        .replaceAll(/(?<![\w/])\/(pictures|results)/g, `${folder}/$1`),
  );
  assert.equal(program, "deno");
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: ROOT,
  }).output();
  assert.equal(code, 0, new TextDecoder().decode(stderr));
}
