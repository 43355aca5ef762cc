import { exitWith, readOptions } from "./command_line.ts";
import { download, type DownloadEvent, MIRRORS } from "./download.ts";
import { FILES, mnistDir } from "./mnist.ts";
import { Eta, ProgressLine } from "./progress.ts";

const HELP = `Fetches MNIST and checks every byte of it.

  deno task data [--mirror URL]

  --mirror URL   fetch from here instead of the public mirrors (ends in "/")
  --help

Files go to MNIST_DIR (default data/mnist), 11 MB. What is there and right is kept; a broken
download is resumed by the same command.
`;

const { values: args } = readOptions({
  options: {
    mirror: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

async function main(): Promise<void> {
  const folder = mnistDir();
  const line = new ProgressLine();
  let eta: { name: string; eta: Eta } | undefined;
  const show = (event: DownloadEvent) => {
    switch (event.kind) {
      case "present":
        return line.print(`${event.name}: already there, verified`);
      case "verified":
        return line.print(`${event.name}: downloaded, verified`);
      case "failed":
        return line.print(
          `${event.name}: ${event.mirror} failed: ${event.reason}`,
        );
      case "bytes": {
        const { name, done, total } = event;
        if (eta?.name !== name) {
          eta = { name, eta: new Eta(total ?? done, done) };
        }
        const current = eta.eta;
        return line.update(() =>
          `${name}: ${megabytes(done)} of ${
            total ? megabytes(total) : "?"
          } MB  ` +
          `ETA ${total ? current.format(done) : "--:--"}`
        );
      }
    }
  };
  await download(folder, FILES, args.mirror ? [args.mirror] : MIRRORS, show);
  line.print(`MNIST is complete in ${folder}`);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

if (args.help) {
  console.log(HELP);
} else {
  await main().catch(exitWith);
}
