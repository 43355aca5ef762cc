import process from "node:process";
import { createGauge, createHistogram, type Metric } from "./metric.ts";

/** Milliseconds between two looks at the event loop. */
const LOOK_INTERVAL = 250;

/** Seconds: a timer's own unrest is 1 to 2 ms; half a second is felt by everyone. */
const LAG_BOUNDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

const MILLISECONDS = 1000;
const MICROSECONDS = 1e6;

/**
 * What the process needs of its machine, under the names that Prometheus'
 * client libraries have for it. Goes on looking as long as the process runs.
 */
export function watchProcess(): Metric[] {
  return [
    createGauge(
      "process_resident_memory_bytes",
      "Memory of the process, all workers included",
      () => Deno.memoryUsage().rss,
    ),
    createGauge(
      "process_heap_bytes",
      "JavaScript objects of the main thread",
      () => Deno.memoryUsage().heapUsed,
    ),
    {
      name: "process_cpu_seconds_total",
      help: "CPU time of the process, all workers included",
      type: "counter",
      *samples() {
        const { user, system } = process.cpuUsage();
        const value = (user + system) / MICROSECONDS;
        yield { suffix: "", labels: {}, value };
      },
    },
    createGauge(
      "process_start_time_seconds",
      "When the process started, in seconds since 1970",
      () => performance.timeOrigin / MILLISECONDS,
    ),
    watchEventLoop(),
  ];
}

/** How late timers come, which is how long a request waits to be looked at. */
function watchEventLoop(): Metric {
  const lag = createHistogram(
    "event_loop_lag_seconds",
    "How late a timer came, looked at four times a second",
    [],
    LAG_BOUNDS,
  );
  const series = lag.of({});
  let due = performance.now() + LOOK_INTERVAL;
  const timer = setInterval(() => {
    const now = performance.now();
    series.observe(Math.max(0, now - due) / MILLISECONDS);
    due = now + LOOK_INTERVAL;
  }, LOOK_INTERVAL);
  Deno.unrefTimer(timer);
  return lag;
}
