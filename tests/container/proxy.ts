import { docker } from "./docker.ts";

/** As deploy/compose.yaml has it. */
const PROXY = "caddy:2";

/** Debian's package, which is one static program. */
const PROGRAM = "/usr/bin/caddy";

/**
 * The image of the proxy: the one that deploy/ names, or where that cannot be
 * had one around Debian's program.
 *
 * @returns null where there is neither.
 */
export async function proxyImage(
  base: string,
  name: string,
): Promise<string | null> {
  if ((await docker("image", "inspect", PROXY)).ok) return PROXY;
  if ((await docker("pull", PROXY)).ok) return PROXY;
  const folder = await Deno.makeTempDir();
  try {
    await Deno.copyFile(PROGRAM, `${folder}/caddy`);
    const lines = [
      `FROM ${base}`,
      "COPY caddy /usr/bin/caddy",
      'ENTRYPOINT ["caddy", "run", "--config", "/etc/caddy/Caddyfile"]',
    ];
    await Deno.writeTextFile(`${folder}/Dockerfile`, lines.join("\n"));
    const built = await docker("build", "--tag", name, folder);
    return built.ok ? name : null;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return null;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
