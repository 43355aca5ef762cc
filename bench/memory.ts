import { exitWith, readOptions, wholeNumber } from "../train/command_line.ts";
import { Eta, ProgressLine } from "../train/progress.ts";
import { imageAt, loadImages } from "./images.ts";
import { ours } from "./service/contenders.ts";
import { HttpClient, postRequest } from "./service/http_client.ts";
import { residentBytes } from "./service/process_stats.ts";
import { startServer } from "./service/servers.ts";
import { table } from "./tables.ts";

const HELP = `Posts pixels at the server and watches its memory.

  deno task memory [options]

  --count N      predictions (default 1,000,000: two to ten minutes)
  --url URL      a server that runs already on this machine; needs --pid
  --pid PID      its process
  --weights FILE other weights than weights/digits.safetensors
  --help

Without --url it starts a server of its own on a free port, and ends it. Prints the memory after each
twentieth of the requests. It goes up and down as garbage is collected: what is compared is the least
of the first quarter, without the tenth in which the server gets warm, and of the last. Exits with 1
when that has grown by more than 10%. Takes Linux.
`;

/** As a share; a leak of 100 bytes a request shows as half. */
const ALLOWED_GROWTH = 0.1;
const COUNT = 1_000_000;
const SAMPLES = 20;
const QUARTER = SAMPLES / 4;
/** Samples until the server is warm: V8 sizes its heap, and compiles. */
const WARM = 2;
const CONNECTIONS = 8;
const IMAGES = 500;
const MEBIBYTE = 2 ** 20;

const { values: args } = readOptions({
  options: {
    count: { type: "string" },
    url: { type: "string" },
    pid: { type: "string" },
    weights: { type: "string", default: "weights/digits.safetensors" },
    help: { type: "boolean", default: false },
  },
});

interface Watched {
  readonly url: URL;
  readonly pid: number;
}

async function main(): Promise<void> {
  const count = wholeNumber("--count", args.count) ?? COUNT;
  const pid = wholeNumber("--pid", args.pid);
  if ((args.url === undefined) !== (pid === undefined)) {
    exitWith("--url and --pid belong together");
  }
  if (args.url !== undefined && pid !== undefined) {
    return await watch({ url: new URL(args.url), pid }, count);
  }
  await using server = await startServer(ours(args.weights));
  await watch(server, count);
}

async function watch({ url, pid }: Watched, count: number): Promise<void> {
  const requests = await makeRequests();
  const line = new ProgressLine();
  const eta = new Eta(count);
  const samples: Sample[] = [];
  for (let done = 0; done < count;) {
    const until = Math.round(count * (samples.length + 1) / SAMPLES);
    await post(url, requests, until - done, (sent) => {
      const all = done + sent;
      line.update(() =>
        `${all} of ${count}  ${Math.round(eta.rate(all))} requests/s  ETA ${
          eta.format(all)
        }`
      );
    });
    done = until;
    samples.push({ done, bytes: residentBytes(pid) });
  }
  line.clear();
  report(samples);
}

async function makeRequests(): Promise<Uint8Array[]> {
  const { data } = await loadImages(IMAGES);
  return Array.from({ length: IMAGES }, (_, i) => {
    const json = JSON.stringify({ pixels: [...imageAt(data, i)] });
    const body = new TextEncoder().encode(json);
    return postRequest("/predict", "application/json", body);
  });
}

/** @throws {Error} When an answer's status is not 200. */
async function post(
  url: URL,
  requests: readonly Uint8Array[],
  count: number,
  onSent: (sent: number) => void,
): Promise<void> {
  let sent = 0;
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    using client = await HttpClient.connect(url);
    while (sent < count) {
      await client.ask(requests[sent++ % requests.length]!);
      onSent(sent);
    }
  }));
}

interface Sample {
  readonly done: number;
  readonly bytes: number;
}

function report(samples: readonly Sample[]): void {
  const least = (from: number, to: number) =>
    Math.min(...samples.slice(from, to).map(({ bytes }) => bytes));
  const [early, late] = [least(WARM, QUARTER), least(-QUARTER, SAMPLES)];
  console.log(table(
    ["predictions", "MiB"],
    samples.map(({ done, bytes }) => [
      done.toLocaleString("en"),
      (bytes / MEBIBYTE).toFixed(1),
    ]),
  ));
  const percent = `${(100 * (late / early - 1)).toFixed(1)}%`;
  console.log(`from the first quarter to the last: ${percent}`);
  if (late <= early * (1 + ALLOWED_GROWTH)) return;
  exitWith(`memory grows; expected at most ${100 * ALLOWED_GROWTH}%`);
}

if (args.help) {
  console.log(HELP);
} else {
  await main().catch(exitWith);
}
