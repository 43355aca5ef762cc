import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Kept } from "../../offline/kept.ts";
import script from "../../static/offline.js" with { type: "text" };
import { type Asset, createAsset, sendAsset } from "../assets/asset.ts";
import { ASSETS } from "../assets/assets.ts";
import type { Services } from "../services.ts";

/** What can be opened without the server. */
const PAGES = ["/", "/model"] as const;

/** Browsers ask for the worker again on each visit; a change of it is an update. */
const WORKER_CACHE_CONTROL = "public, no-cache";
/** Weights are named by their content: other weights have another address. */
const WEIGHTS_CACHE_CONTROL = "public, max-age=31536000, immutable";

/**
 * What the worker may do, which is not what pages may: it fetches, and
 * assembles the `simd` engine, but loads no script.
 */
const WORKER_POLICY =
  "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'";

interface OfflineFiles {
  readonly worker: Asset;
  readonly weightsPath: string;
  readonly weights: Asset;
}

/**
 * `GET /offline.js`: the service worker that reads where the network is gone,
 * at the root, as a worker serves the folder it lies in. `GET /weights/:name`:
 * the weights it reads with.
 */
export function offlineRoute({ weights }: Pick<Services, "weights">): Hono {
  let files: Promise<OfflineFiles> | null = null;
  const getFiles = () => files ??= createFiles(weights);
  return new Hono()
    .get("/offline.js", async (c) => {
      const { worker } = await getFiles();
      c.header("Content-Security-Policy", WORKER_POLICY);
      return sendAsset(c, worker, WORKER_CACHE_CONTROL);
    })
    .get("/weights/:name", async (c) => {
      const { weights, weightsPath } = await getFiles();
      if (c.req.path !== weightsPath) {
        throw new HTTPException(404, { message: "No such weights." });
      }
      return sendAsset(c, weights, WEIGHTS_CACHE_CONTROL);
    });
}

async function createFiles(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<OfflineFiles> {
  const weights = await createAsset("application/octet-stream", bytes);
  const weightsPath = `/weights/${unquote(weights.etag)}.safetensors`;
  const kept: Omit<Kept, "version"> = {
    pages: PAGES,
    files: [...ASSETS.keys()].map((name) => `/static/${name}`),
    weights: weightsPath,
  };
  const tags = [...ASSETS.values()].map(({ etag }) => etag);
  const all = JSON.stringify([kept, tags, script]);
  const version = unquote((await createAsset("text/plain", all)).etag);
  const worker = await createAsset(
    "text/javascript; charset=utf-8",
    `const KEPT = ${JSON.stringify({ version, ...kept })};\n${script}`,
  );
  return { worker, weightsPath, weights };
}

function unquote(etag: string): string {
  return etag.slice(1, -1);
}
