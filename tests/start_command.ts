/** Reads how the service is started out of the files that start it. */

const ROOT = new URL("../", import.meta.url);

/** Arguments of `deno`, and variables that it is started with. */
export interface StartCommand {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The task `start` of deno.json. */
export async function startTask(): Promise<StartCommand> {
  const { tasks } = JSON.parse(
    await Deno.readTextFile(new URL("deno.json", ROOT)),
  );
  const [settings, command] = tasks.start.command.split("deno run ");
  const env = Object.fromEntries(
    settings.trim().split(" ").map((setting: string) => setting.split("=")),
  );
  return { args: ["run", ...command.split(" ")], env };
}

/** The Dockerfile's `ENTRYPOINT` with its last `ENV`. */
export async function entrypoint(): Promise<StartCommand> {
  const lines = await Deno.readTextFile(new URL("Dockerfile", ROOT));
  const file = lines.replaceAll("\\\n", "");
  const list = file.match(/^ENTRYPOINT (.*)$/m)?.[1];
  const settings = [...file.matchAll(/^ENV (.*)$/gm)].at(-1)?.[1];
  if (list === undefined || settings === undefined) {
    throw new TypeError("Dockerfile: expected ENTRYPOINT and ENV, found none");
  }
  const env = Object.fromEntries(
    settings.trim().split(/ +/).map((setting) => setting.split("=")),
  );
  return { args: JSON.parse(list).slice(1), env };
}
