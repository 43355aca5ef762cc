import { seeded } from "../../imaging/draw.ts";
import { ATTACKS } from "../attacks.ts";
import { ask } from "./ask.ts";
import {
  createGoodTallies,
  type GoodTallies,
  runGood,
  sendGood,
} from "./good_load.ts";
import {
  formOf,
  GOOD_REQUESTS,
  type GoodRequest,
  photoRequest,
} from "./good_requests.ts";
import {
  type HostileFile,
  sendFile,
  sendNonsense,
} from "./hostile_requests.ts";
import { dripHead, holdConnections } from "./slow_clients.ts";
import { Tally } from "./tally.ts";
import { type Stopped, stopUnderLoad } from "./stop_under_load.ts";
import { startTarget, type Target } from "./target.ts";

/** How much of everything. */
export interface SoakOptions {
  /** Of the mixed load. */
  readonly seconds: number;
  /** Half of them good, half hostile; one more asks for health, one draws. */
  readonly clients: number;
  /** Connections of each slow kind. */
  readonly slow: number;
  /** Uploads of 10 MiB at once. */
  readonly uploads: number;
  /** Seconds that memory gets to come back. */
  readonly settle: number;
  /** One hostile file in so many. */
  readonly oneIn: number;
}

/** What was measured; bytes and milliseconds. */
export interface SoakReport {
  readonly good: GoodTallies;
  readonly health: Tally;
  readonly hostile: Tally;
  /** Good requests behind every hostile file. */
  readonly after: Tally;
  readonly uploads: Tally;
  readonly memory: {
    readonly fresh: number;
    readonly attack: number;
    readonly uploads: number;
    readonly settled: number;
    /** Until it was below `SETTLED_MEMORY`. */
    readonly settledAfter: number;
  };
  /** Until the server closed the last connection of a kind. */
  readonly closed: Readonly<
    Record<"half-open" | "head" | "drip" | "body", number>
  >;
  readonly stopped: Stopped;
  readonly complaints: readonly string[];
}

/** Bytes that a server at rest has at most. */
export const SETTLED_MEMORY = 150 * 2 ** 20;
/** Milliseconds between requests of a client that behaves. */
const GOOD_PAUSE = 50;
const PROBE_PAUSE = 100;
/** One good photo among so many good requests. */
const PHOTO_SHARE = 12;
const UPLOAD_BYTES = 10 * 2 ** 20 - 1024;

/** Attacks the server and measures what becomes of it. @param tell Is told what goes on. */
export async function runSoak(
  options: SoakOptions,
  tell: (text: string) => void,
): Promise<SoakReport> {
  tell("making files");
  const files = ATTACKS
    .filter((_, i) => i % options.oneIn === 0)
    .map(({ name, make }) => ({ name, bytes: make() }));
  const photo = photoRequest();
  const target = await startTarget();
  try {
    const fresh = target.memory().now;
    const good = createGoodTallies();
    for (const request of [...GOOD_REQUESTS, photo]) {
      await sendGood(target.url, request, good);
    }
    tell("every hostile file, a good request behind each");
    const hostile = new Tally();
    const after = await sendEach(target, files, hostile);
    tell(`mixed load for ${options.seconds} s`);
    const { health, closed } = await mixedLoad(
      target,
      options,
      files,
      photo,
      [good, hostile],
    );
    const attack = target.memory().peak;
    tell(`${options.uploads} uploads of 10 MiB at once`);
    target.resetPeak();
    const uploads = await uploadAtOnce(target.url, options.uploads);
    const peak = target.memory().peak;
    tell("waiting for memory to come back");
    const settledAfter = await settle(target, options.settle);
    const settled = target.memory().now;
    tell("stopping under load");
    const stopped = await stopUnderLoad(target, options.clients);
    const memory = { fresh, attack, uploads: peak, settled, settledAfter };
    return {
      ...{ good, health, hostile, after, uploads, memory, closed, stopped },
      complaints: target.complaints,
    };
  } finally {
    await target.kill();
  }
}

async function sendEach(
  target: Target,
  files: readonly HostileFile[],
  hostile: Tally,
): Promise<Tally> {
  const random = seeded(1);
  const after = createGoodTallies();
  for (const file of files) {
    await sendFile(target.url, file, random, hostile);
    await sendGood(target.url, GOOD_REQUESTS[0]!, after);
  }
  return after.canvas;
}

async function mixedLoad(
  target: Target,
  { seconds, clients, slow }: SoakOptions,
  files: readonly HostileFile[],
  photo: GoodRequest,
  [good, hostile]: [GoodTallies, Tally],
): Promise<Pick<SoakReport, "health" | "closed">> {
  const { url } = target;
  const signal = AbortSignal.timeout(1000 * seconds);
  const health = new Tally();
  const requests = Array.from(
    { length: PHOTO_SHARE },
    (_, i) => i === 5 ? photo : GOOD_REQUESTS[i % GOOD_REQUESTS.length]!,
  );
  const half = Math.max(1, Math.floor(clients / 2));
  const load = [
    probeHealth(url, health, signal),
    runGood(url, [GOOD_REQUESTS[0]!], PROBE_PAUSE, good, signal),
    ...Array.from(
      { length: half },
      () => runGood(url, requests, GOOD_PAUSE, good, signal),
    ),
    ...Array.from(
      { length: half },
      (_, i) => runHostile(url, files, 2 + i, hostile, signal),
    ),
  ];
  const [halfOpen, head, body, drip] = await Promise.all([
    holdConnections(url, "half-open", slow),
    holdConnections(url, "head", slow),
    holdConnections(url, "body", Math.ceil(slow / 10)),
    dripHead(url),
  ]);
  await Promise.all(load);
  return { health, closed: { "half-open": halfOpen!, head, drip, body } };
}

async function probeHealth(
  base: string,
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const { status, took } = await ask(new URL("healthz", base));
    tally.add(status);
    tally.times.add(took);
    if (status !== 200) tally.addProblem(`/healthz: ${status}`);
    await pause(PROBE_PAUSE);
  }
}

async function runHostile(
  base: string,
  files: readonly HostileFile[],
  seed: number,
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  const random = seeded(seed);
  while (!signal.aborted) {
    if (random() < 0.5) await sendNonsense(base, random, tally);
    else {
      const file = files[Math.floor(files.length * random())]!;
      await sendFile(base, file, random, tally);
    }
  }
}

/** All are refused or read: the server needs room for no more than it admits. */
async function uploadAtOnce(base: string, count: number): Promise<Tally> {
  const tally = new Tally();
  const bytes = new Uint8Array(UPLOAD_BYTES);
  const forms = Array.from({ length: count }, () => formOf(bytes));
  await Promise.all(forms.map(async (body) => {
    const outcome = await ask(new URL("predict", base), {
      method: "POST",
      body,
    });
    tally.add(outcome.status);
    if (outcome.isHanging) tally.addProblem("an upload was never answered");
    if (outcome.status >= 500 && outcome.status !== 503) {
      tally.addProblem(`an upload: ${outcome.status} ${outcome.text}`);
    }
  }));
  return tally;
}

async function settle(target: Target, seconds: number): Promise<number> {
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  while (elapsed() < 1000 * seconds) {
    if (target.memory().now <= SETTLED_MEMORY) return elapsed();
    await pause(200);
  }
  return Infinity;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
