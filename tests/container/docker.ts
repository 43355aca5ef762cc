/** The few calls to the Docker command line that the tests need. */

/** What the image under test is called: of several working copies each has its own. */
export const IMAGE = Deno.env.get("TEST_IMAGE") ?? "inkling-test";

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
  for (const base of await baseImages()) {
    const isHere = (await docker("image", "inspect", base)).ok ||
      (await docker("pull", base)).ok;
    if (!isHere) return `the base image ${base} cannot be pulled`;
  }
  return null;
}

/** That of the build, and last that of the image itself. */
export async function baseImages(): Promise<readonly string[]> {
  const dockerfile = await Deno.readTextFile("Dockerfile");
  return [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, name]) => name!);
}
