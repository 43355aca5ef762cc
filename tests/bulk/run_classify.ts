const ROOT = new URL("../../", import.meta.url);

/** `deno task classify` as a process of its own, with the task's permissions. */
export function startClassify(...args: string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-prompt",
      "--allow-read",
      "--allow-write",
      new URL("src/bulk/classify.ts", ROOT).pathname,
      ...args,
    ],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** Runs it to its end. */
export async function classify(...args: string[]) {
  const { code, stdout, stderr } = await startClassify(...args).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

/** What stands in the lines of results. */
export function parseLines(text: string) {
  return text.split("\n").slice(0, -1).map((line) => JSON.parse(line));
}
