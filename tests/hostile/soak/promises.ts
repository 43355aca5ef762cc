import { MAX_BODY_BYTES } from "../../../src/routes/bodies/receive_body.ts";
import { SETTLED_MEMORY, type SoakReport } from "./run_soak.ts";
import type { Tally } from "./tally.ts";

/** One line of the table: what was promised, and what was measured. */
export interface Promised {
  readonly what: string;
  readonly target: string;
  readonly found: string;
  readonly holds: boolean;
  /** Whether it hangs on how busy the machine is. */
  readonly isStopwatch: boolean;
}

/** Bytes that the server may have at any time. */
const MAX_MEMORY = 512 * 2 ** 20;

/** Holds a report against what the service promises. */
export function promisesOf(report: SoakReport): Promised[] {
  const { good, health, hostile, after, uploads, memory, closed } = report;
  const { end, admitted } = report.stopped;
  const goods = Object.entries(good);
  return [
    unbroken("hostile requests", hostile, "no 5xx but 503, all answered"),
    unbroken("good request behind every hostile file", after, "200, right"),
    ...goods.map(([kind, tally]) =>
      unbroken(`good requests, ${kind}`, tally, "right, or 503")
    ),
    unbroken("/healthz", health, "200"),
    quantile("/healthz, p99", health, 100),
    quantile("drawings to /predict, p99", good.canvas, 250),
    bytes("memory under attack, peak", memory.attack, MAX_MEMORY),
    unbroken(
      `uploads of ${MAX_BODY_BYTES >> 20} MiB at once`,
      uploads,
      "answered",
    ),
    bytes("memory with those, peak", memory.uploads, MAX_MEMORY),
    settled(memory),
    ...(["half-open", "head", "drip", "body"] as const).map((kind) =>
      closing(kind, closed[kind], kind === "body" ? 15 : 10)
    ),
    unbroken("requests under way when told to stop", admitted, "answered"),
    stopping(end),
    {
      what: "lines on standard error",
      target: "none",
      found: report.complaints.slice(0, 3).join(" / ") || "none",
      holds: report.complaints.length === 0,
      isStopwatch: false,
    },
  ];
}

function unbroken(what: string, tally: Tally, target: string): Promised {
  const { problems } = tally;
  const found = [`${tally}`, ...problems].join("; ");
  const holds = problems.length === 0;
  return { what, target, found, holds, isStopwatch: false };
}

function quantile(what: string, { times }: Tally, limit: number): Promised {
  const time = times.quantile(0.99);
  return {
    what,
    target: `<= ${limit} ms`,
    found: `${time.toFixed(0)} ms of ${times.count} (p50 ${
      times.quantile(0.5).toFixed(1)
    })`,
    holds: time <= limit,
    isStopwatch: true,
  };
}

function bytes(what: string, found: number, limit: number): Promised {
  return {
    what,
    target: `<= ${megabytes(limit)}`,
    found: megabytes(found),
    holds: found <= limit,
    isStopwatch: false,
  };
}

/** V8 gives memory back when it has the time, so that this is a stopwatch as well. */
function settled(
  { fresh, settled, settledAfter }: SoakReport["memory"],
): Promised {
  const time = Number.isFinite(settledAfter)
    ? `${seconds(settledAfter)} after`
    : "not in time";
  return {
    what: "memory at rest after it",
    target: `<= ${megabytes(SETTLED_MEMORY)} within 30 s`,
    found: `${megabytes(settled)}, ${time} (fresh: ${megabytes(fresh)})`,
    holds: settled <= SETTLED_MEMORY,
    isStopwatch: true,
  };
}

/** That it is closed at all is no matter of time. */
function closing(kind: string, time: number, limit: number): Promised {
  return {
    what: `slow connections closed: ${kind}`,
    target: `<= ${limit} s`,
    found: Number.isFinite(time) ? seconds(time) : "never",
    // The server looks once a second.
    holds: time <= 1000 * limit + 500,
    isStopwatch: Number.isFinite(time),
  };
}

function stopping({ code, took }: SoakReport["stopped"]["end"]): Promised {
  return {
    what: "stopped beside a stalled upload",
    target: "exit 0, <= 6 s",
    found: `exit ${code}, ${seconds(took)}`,
    holds: code === 0 && took <= 6000,
    isStopwatch: code === 0,
  };
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
