import { docker } from "./docker.ts";

/** As deploy/compose.yaml has it. */
const PROXY = "nginx:1";

/** Its files in deploy/proxy, and where they go. */
const FILES = ["nginx.conf", "inkling.conf"];
const FOLDER = new URL("../../deploy/proxy/", import.meta.url).pathname;

/**
 * The image of the proxy: the one that deploy/ names, or where that cannot be
 * had one with Debian's package.
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
    const lines = [
      `FROM ${base}`,
      "RUN apt-get update && apt-get install --yes nginx-light",
      'ENTRYPOINT ["nginx", "-g", "daemon off;"]',
    ];
    await Deno.writeTextFile(`${folder}/Dockerfile`, lines.join("\n"));
    const built = await docker("build", "--tag", name, folder);
    return built.ok ? name : null;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Gives a container that was created, but not started, its configuration. */
export async function configureProxy(name: string): Promise<void> {
  for (const file of FILES) {
    const to = `${name}:/etc/nginx/${file}`;
    const { ok, stderr } = await docker("cp", FOLDER + file, to);
    if (!ok) throw new Error(stderr);
  }
}
