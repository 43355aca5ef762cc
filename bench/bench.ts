import { exitWith, readOptions } from "../train/command_line.ts";

const HELP =
  `Times our engines against other libraries on the same weights and images.

  deno task bench [options]

  --service       time whole requests instead, against Hono with sharp and onnxruntime-node: 4 minutes
  --json FILE     write the figures to a file as well
  --report DIR    write performance.md and its pictures there; with --service, service.md
  --dump          print the code that the simd engine emits, pass by pass, and time nothing
  --weights FILE  other weights than weights/digits.safetensors
  --help

Contenders take turns within one process. On a shared machine trust the ratios, not the times.
The first run installs onnxruntime, 430 MB; with --service also sharp.
`;

const { values: { help, ...options } } = readOptions({
  options: {
    json: { type: "string" },
    report: { type: "string" },
    service: { type: "boolean", default: false },
    dump: { type: "boolean", default: false },
    weights: { type: "string", default: "weights/digits.safetensors" },
    help: { type: "boolean", default: false },
  },
});

if (help) {
  console.log(HELP);
} else {
  // Not before: what it is compared with is installed when that is imported.
  const { runBench } = await import("./run_bench.ts");
  await runBench(options).then(() => Deno.exit(0), exitWith);
}
