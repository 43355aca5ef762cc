import type { Ratio } from "../interleave.ts";
import { formatRatio, table } from "../tables.ts";
import { quantile } from "../../train/evaluation.ts";
import type { Round, ServiceTiming } from "./measure_service.ts";
import type { ServiceFigures } from "./service.ts";
import { CORES, isPinned } from "./servers.ts";

const OURS = "inkling";
const MEBIBYTE = 2 ** 20;

/** The page of figures, as Markdown. */
export function serviceReport(figures: ServiceFigures): string {
  const { busy, alone, growth, startup, memory, skipped, images } = figures;
  const place = isPinned
    ? "Each server is\na process of its own, all of them kept to one core, and asked from the other one"
    : "Each server is\na process of its own";
  return `# The service, measured

Written by \`deno task bench --service --report docs\`, on ${images}. ${place}, in turns of a second
and a half. Times are those of whole requests over kept connections, on ${machine()},
which is shared with others: processes wait for a core, and one that shares its core's parts with
another's computes half as fast. Trust the ratios, and the times of the core more than the clock's.

- **inkling** is \`deno task start\`: any number of digits, shadows, printed lines, refusal of what is
  no digit, in workers.
- **peer** is what one would put together of packages, with the same weights, on the same runtime and
  HTTP server: Hono, sharp, onnxruntime-node. It takes a picture for one digit: threshold, box,
  20 pixels, centre of mass ([\`bench/service/peer_server.ts\`](../bench/service/peer_server.ts)).
- **bare hono** takes the body and answers as many bytes as inkling does.

${skipped.map((reason) => `Left out: ${reason}.\n\n`).join("")}${
    kindsOf(busy).map((kind) => kindSection(kind, busy, alone)).join("\n\n")
  }

## Requests a second over connections

What is refused waits for nothing and is asked again at once.

${growthTables(growth)}

## Start and memory

${
    table(
      ["server", "ms to the first answer", "MiB", "MiB at most"],
      memory.map(({ server, now, peak }) => [
        server,
        startup.find((entry) => entry.server === server)!.ms.toFixed(0),
        (now / MEBIBYTE).toFixed(0),
        (peak / MEBIBYTE).toFixed(0),
      ]),
    )
  }

Memory after all of the above.
`;
}

function kindSection(
  kind: string,
  busy: readonly ServiceTiming[],
  alone: readonly ServiceTiming[],
): string {
  const own = busy.filter(({ workload }) => workload === kind);
  const ours = own.find(({ server }) => server === OURS)!;
  const rows = own.map((timing) => {
    const single = alone.find(({ workload, server }) =>
      workload === kind && server === timing.server
    )!;
    return [
      timing.server,
      timing.requestsPerSecond.toFixed(timing.requestsPerSecond < 100 ? 1 : 0),
      timing.cpuPerRequest.toFixed(3),
      single.p50.toFixed(2),
      single.p99.toFixed(2),
      timing.p50.toFixed(2),
      timing.p99.toFixed(2),
      timing === ours ? "" : formatRatio(cpuRatio(ours, timing)),
    ];
  });
  return `## ${kind}\n\n${
    table([
      "server",
      "requests/s",
      "core ms",
      "p50 ms alone",
      "p99 ms alone",
      `p50 ms, ${ours.concurrency} at once`,
      "p99 ms",
      "inkling takes of that",
    ], rows)
  }`;
}

/** Our time of a core as a share of another's, round by round. */
function cpuRatio(ours: ServiceTiming, other: ServiceTiming): Ratio {
  const ratios = ours.rounds.map((round: Round, i) =>
    round.cpuPerRequest / other.rounds[i]!.cpuPerRequest
  ).sort((a, b) => a - b);
  return {
    median: quantile(ratios, 0.5),
    low: quantile(ratios, 0.25),
    high: quantile(ratios, 0.75),
  };
}

function growthTables(growth: readonly ServiceTiming[]): string {
  return kindsOf(growth).map((kind) => {
    const own = growth.filter(({ workload }) => workload === kind);
    const servers = [...new Set(own.map(({ server }) => server))];
    const counts = [...new Set(own.map(({ concurrency }) => concurrency))];
    const rate = (server: string, count: number) =>
      formatRate(
        own.find((timing) =>
          timing.server === server && timing.concurrency === count
        )!,
      );
    return `${kind}\n\n${
      table(
        ["connections", ...servers],
        counts.map((count) => [
          String(count),
          ...servers.map((server) => rate(server, count)),
        ]),
      )
    }`;
  }).join("\n\n");
}

function formatRate({ requestsPerSecond, refused }: ServiceTiming): string {
  const rate = requestsPerSecond.toFixed(0);
  return refused === 0
    ? rate
    : `${rate}, ${(100 * refused).toFixed(0)}% refused`;
}

function kindsOf(timings: readonly ServiceTiming[]): string[] {
  return [...new Set(timings.map(({ workload }) => workload))];
}

function machine(): string {
  return `${CORES} ${Deno.build.arch} cores, Deno ${Deno.version.deno}`;
}
