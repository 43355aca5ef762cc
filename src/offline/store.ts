import type { Kept } from "./kept.ts";

/** Of the caches of this origin, those with such names are ours. */
const PREFIX = "inkling-";

/** What this device keeps of the server, by path. */
export interface Store {
  /** Fetches and keeps everything, or rejects. */
  fill(): Promise<void>;
  /** Drops what earlier versions kept. */
  dropOthers(): Promise<void>;
  find(path: string): Promise<Response | undefined>;
  keep(path: string, response: Response): Promise<void>;
}

/** The store of one version: pages, files and weights of no other mix with them. */
export function openStore(kept: Kept): Store {
  const name = PREFIX + kept.version;
  const keep = async (path: string, response: Response) =>
    await (await caches.open(name)).put(path, response);
  return {
    keep,
    async fill() {
      const paths = [...kept.pages, ...kept.files, kept.weights];
      await Promise.all(
        paths.map(async (path) => await keep(path, await download(path))),
      );
    },
    async dropOthers() {
      const names = await caches.keys();
      const others = names.filter((other) =>
        other.startsWith(PREFIX) && other !== name
      );
      await Promise.all(others.map((other) => caches.delete(other)));
    },
    async find(path) {
      // Pages vary by cookies, which a worker does not see: the last is kept.
      return await (await caches.open(name)).match(path, { ignoreVary: true });
    },
  };
}

async function download(path: string): Promise<Response> {
  const response = await fetch(path);
  if (isWhole(response)) return response;
  throw new TypeError(
    `Cannot keep ${path}: expected an answer of 200, found ${response.status}`,
  );
}

/** Whether an answer is the server's own: a hotel's login page is none. */
export function isWhole({ ok, redirected, type }: Response): boolean {
  return ok && !redirected && type === "basic";
}
