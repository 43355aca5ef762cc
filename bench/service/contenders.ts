import type { Program } from "./servers.ts";

/** Ours, as `deno task start` runs it, but that nobody is held to a rate. */
export function ours(weights: string): Program {
  return {
    args: [
      "--v8-flags=--expose-gc,--max-semi-space-size=4",
      "--allow-net",
      "--allow-env",
      "--allow-read",
      "main.ts",
    ],
    env: {
      MALLOC_MMAP_THRESHOLD_: "32768",
      MALLOC_ARENA_MAX: "2",
      WEIGHTS: weights,
      CORRECTIONS: "off",
      RATE_LIMIT: "off",
    },
  };
}

/** What one would put together of packages; runs native code, which takes all permissions. */
export function peer(weights: string): Program {
  return {
    args: [
      "--lock=bench.lock",
      "--allow-all",
      "bench/service/peer_server.ts",
      weights,
    ],
  };
}

/** Hono alone: takes a body and answers as many bytes as ours. */
export function bare(): Program {
  return {
    args: [
      "--allow-net",
      "--allow-env",
      "bench/service/bare_server.ts",
    ],
  };
}
