/** The few calls to the Docker command line that the tests need. */

export interface Output {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

export async function docker(...args: string[]): Promise<Output> {
  try {
    const command = new Deno.Command("docker", {
      args,
      stdout: "piped",
      stderr: "piped",
    });
    const { success, stdout, stderr } = await command.output();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trim();
    return { ok: success, stdout: text(stdout), stderr: text(stderr) };
  } catch (error) {
    return {
      ok: false,
      stdout: "",
      stderr: error instanceof Error ? error.message : "",
    };
  }
}

/** Why the container cannot be tested here; null where it can. */
export async function obstacle(): Promise<string | null> {
  const info = await docker("info", "--format", "{{.ServerVersion}}");
  if (!info.ok || info.stdout === "") {
    return `no Docker engine answers: ${info.stderr}`;
  }
  const base =
    (await Deno.readTextFile("Dockerfile")).match(/^FROM (\S+)/m)?.[1] ?? "";
  if (
    (await docker("image", "inspect", base)).ok ||
    (await docker("pull", base)).ok
  ) return null;
  return `the base image ${base} is not here and cannot be pulled`;
}
