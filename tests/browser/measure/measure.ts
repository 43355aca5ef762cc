import { readOptions, wholeNumber } from "../../../train/command_line.ts";
import { startServer } from "../../server_process.ts";
import { launch } from "../launch.ts";
import { watchShifts } from "../write.ts";
import { measureLatency, quantile } from "./latency.ts";
import { measureWeight } from "./weight.ts";

const HELP = `Measures the page in a browser, against a server of its own.

deno task page [--count N]

  --count  strokes to time, default 50

Prints how long after a stroke its answer is on the screen, what a first visit
weighs, how far the page moved under the reader (0 is best), and what the
browser complained of.`;

const { values } = readOptions({
  options: { count: { type: "string" }, help: { type: "boolean" } },
});
if (values.help) {
  console.log(HELP);
  Deno.exit();
}
const count = wholeNumber("--count", values.count) ?? 50;

await using server = await startServer();
const browser = await launch();
try {
  const page = await browser.newPage({ serviceWorkers: "block" });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  const weight = await measureWeight(page, server.url);
  const shifts = await watchShifts(page);
  const waits = await measureLatency(page, count);
  print("stroke's end to answer, median", milliseconds(quantile(waits, 0.5)));
  print("stroke's end to answer, p90", milliseconds(quantile(waits, 0.9)));
  print("first visit", `${kilobytes(weight.page)}, ${weight.requests} files`);
  print("of which scripts", kilobytes(weight.scripts));
  print("layout shift", `${await shifts()}`);
  print("errors in the console", `${complaints.length}`);
  for (const complaint of complaints) console.log(`  ${complaint}`);
} finally {
  await browser.close();
}

function print(what: string, value: string): void {
  console.log(`${what.padEnd(34)}${value}`);
}

function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
