import { loadImages } from "../images.ts";
import { bare, ours, peer } from "./contenders.ts";
import { HttpClient } from "./http_client.ts";
import {
  measureMemory,
  measureWorkload,
  median,
  type Memory,
  type Schedule,
  type Servers,
  type ServiceTiming,
} from "./measure_service.ts";
import { pinClient, type Program, startServer } from "./servers.ts";
import {
  CANVAS_WORKLOAD,
  findTensorInput,
  PIXELS_WORKLOAD,
  type Workload,
  workloads,
} from "./workloads.ts";

/** Everything that is measured of the service. */
export interface ServiceFigures {
  readonly images: string;
  readonly startup: readonly StartUp[];
  /** With as many connections as make the server busy all the time. */
  readonly busy: readonly ServiceTiming[];
  /** One request after the other. */
  readonly alone: readonly ServiceTiming[];
  readonly growth: readonly ServiceTiming[];
  readonly memory: readonly Memory[];
  /** What was not measured, and why. */
  readonly skipped: readonly string[];
}

export interface StartUp {
  readonly server: string;
  /** Milliseconds from starting the process to its first answer. */
  readonly ms: number;
}

/** Code is compiled for good after some hundred pictures. */
const BUSY: Schedule = { rounds: 9, turn: 1500, warmup: 6000 };
const ALONE: Schedule = { rounds: 5, turn: 1000, warmup: 200 };
const GROWTH: Schedule = { rounds: 3, turn: 1000, warmup: 200 };
const CONCURRENCIES = [1, 2, 4, 8, 16, 32];
/** Requests of which throughput is shown over concurrency. */
const GROWING = [PIXELS_WORKLOAD, CANVAS_WORKLOAD];
const STARTS = 5;

/** Runs every server as a process of its own on one core, and asks from another one. */
export async function measureService(
  weights: string,
): Promise<ServiceFigures> {
  await pinClient();
  const images = await loadImages(2000);
  console.error(`measured on ${images.source}`);
  const programs = new Map<string, Program>([
    ["inkling", ours(weights)],
    ["peer", peer(weights)],
    ["bare hono", bare()],
  ]);
  await using servers = await startAll(programs);
  const tensor = await findTensorInput(servers.running.get("inkling")!.url);
  const skipped = tensor
    ? []
    : ["Open Inference Protocol: GET /v2/models/digits is not there"];
  for (const reason of skipped) console.error(`left out: ${reason}`);
  const kinds = workloads(images, tensor);
  await checkAnswers(kinds, servers.running);
  const startup = await measureStartUp(programs, kinds[0]!);
  const busy: ServiceTiming[] = [];
  const alone: ServiceTiming[] = [];
  const growth: ServiceTiming[] = [];
  for (const kind of kinds) {
    busy.push(...await measureWorkload(kind, servers.running, BUSY));
    alone.push(...await measureWorkload(kind, servers.running, ALONE, 1));
  }
  for (const kind of kinds.filter(({ name }) => GROWING.includes(name))) {
    for (const concurrency of CONCURRENCIES) {
      growth.push(
        ...await measureWorkload(kind, servers.running, GROWTH, concurrency),
      );
    }
  }
  const memory = measureMemory(servers.running);
  return {
    images: images.source,
    startup,
    busy,
    alone,
    growth,
    memory,
    skipped,
  };
}

async function startAll(
  programs: ReadonlyMap<string, Program>,
): Promise<AsyncDisposable & { running: Servers }> {
  const stack = new AsyncDisposableStack();
  const running = new Map();
  for (const [name, program] of programs) {
    running.set(name, stack.use(await startServer(program)));
  }
  return {
    running,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** Share of the canvases that both have to read alike: the peer normalises in its own way. */
const AGREEMENT = 0.9;

/** The time of a wrong answer means nothing. */
async function checkAnswers(
  kinds: readonly Workload[],
  servers: Servers,
): Promise<void> {
  for (const { name, requests, takers } of kinds) {
    if (!takers.includes("peer") || !name.match(/pixels|canvas|photo/)) {
      continue;
    }
    const [ourTexts, peerTexts] = await Promise.all(
      ["inkling", "peer"].map((taker) =>
        texts(servers.get(taker)!.url, requests)
      ),
    );
    const same = ourTexts!.filter((text, i) => text === peerTexts![i]).length;
    console.error(`${name}: ${same} of ${requests.length} are read alike`);
    if (same >= AGREEMENT * requests.length) continue;
    throw new Error(
      `${name}: the servers agree on ${same} of ${requests.length} only: ${ourTexts} and ${peerTexts}`,
    );
  }
}

async function texts(
  url: URL,
  requests: readonly Uint8Array[],
): Promise<string[]> {
  using client = await HttpClient.connect(url);
  const found: string[] = [];
  for (const request of requests) {
    const answer = await client.ask(request);
    found.push(JSON.parse(new TextDecoder().decode(answer)).text);
  }
  return found;
}

async function measureStartUp(
  programs: ReadonlyMap<string, Program>,
  { requests }: Workload,
): Promise<StartUp[]> {
  const times = new Map(
    [...programs.keys()].map((name) => [name, [] as number[]]),
  );
  for (let i = 0; i < STARTS; i++) {
    for (const [name, program] of programs) {
      const start = performance.now();
      await using server = await startServer(program);
      using client = await HttpClient.connect(server.url);
      await client.ask(requests[0]!);
      times.get(name)!.push(performance.now() - start);
    }
  }
  return [...times].map(([server, ms]) => ({ server, ms: median(ms) }));
}
