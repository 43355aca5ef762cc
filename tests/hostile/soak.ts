import {
  exitWith,
  readOptions,
  wholeNumber,
} from "../../train/command_line.ts";
import { formatDuration, ProgressLine } from "../../train/progress.ts";
import { type Promised, promisesOf } from "./soak/promises.ts";
import { runSoak } from "./soak/run_soak.ts";

const HELP = `Attacks a server of its own on this machine, and says what held.

deno task soak [--seconds N] [--clients N] [--strict]

  --seconds  of mixed load, default 60; all of it takes a minute more
  --clients  that send at once, half of them hostile, default 8
  --strict   exit with 1 for missed times as well, which a busy machine misses`;

/** Seconds that everything but the mixed load takes, about. */
const OTHER_SECONDS = 75;
const SLOW_CONNECTIONS = 300;
const UPLOADS = 20;
/** Seconds that memory gets to come back. */
const SETTLE = 30;

const { values } = readOptions({
  options: {
    seconds: { type: "string" },
    clients: { type: "string" },
    strict: { type: "boolean" },
    help: { type: "boolean" },
  },
});
if (values.help) {
  console.log(HELP);
  Deno.exit();
}
if (Deno.build.os !== "linux") exitWith("It reads /proc, which Linux has.");
const seconds = wholeNumber("--seconds", values.seconds) ?? 60;
const clients = wholeNumber("--clients", values.clients) ?? 8;

const progress = new ProgressLine();
const end = performance.now() + 1000 * (seconds + OTHER_SECONDS);
let phase = "";
const ticking = setInterval(() =>
  progress.update(() => {
    const left = (end - performance.now()) / 1000;
    return `${phase}, about ${formatDuration(Math.max(1, left))} left`;
  }), 500);
const report = await runSoak(
  {
    seconds,
    clients,
    slow: SLOW_CONNECTIONS,
    uploads: UPLOADS,
    settle: SETTLE,
    oneIn: 1,
  },
  (text) => phase = text,
);
clearInterval(ticking);
progress.clear();

const promises = promisesOf(report);
print(promises);
const [load] = Deno.loadavg();
console.log(
  `\n${navigator.hardwareConcurrency} cores, load ${load!.toFixed(1)}`,
);
const isBroken = promises.some(({ holds, isStopwatch }) =>
  !holds && (values.strict || !isStopwatch)
);
Deno.exit(isBroken ? 1 : 0);

function print(promises: readonly Promised[]): void {
  const width = (key: "what" | "target") =>
    Math.max(...promises.map((promised) => promised[key].length));
  for (const { what, target, found, holds, isStopwatch } of promises) {
    const verdict = holds ? "holds" : isStopwatch ? "late" : "BROKEN";
    console.log(
      [
        verdict.padEnd(6),
        what.padEnd(width("what")),
        target.padEnd(width("target")),
        found,
      ].join("  "),
    );
  }
}
