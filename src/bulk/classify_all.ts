import type { Model } from "../inference/model.ts";
import { inOrder } from "../in_order.ts";
import { countInputs, type Input } from "./inputs.ts";
import { jobsOf } from "./jobs.ts";
import { AHEAD_A_WORKER, RUNNING_A_WORKER } from "./limits.ts";
import { Progress } from "./progress.ts";
import { startReaders } from "./readers.ts";
import type { Results } from "./results.ts";
import { Selection } from "./selection.ts";
import { type Shard, shardSize } from "./shard.ts";

export interface ClassifyOptions {
  readonly model: Model;
  readonly inputs: readonly Input[];
  readonly shard: Shard;
  readonly workers: number;
  /** Whether images of IDX files are the network's own input. */
  readonly isNormalized: boolean;
}

/**
 * Reads all pictures of a shard that `results` does not have yet, and writes
 * their lines in the order of the inputs.
 *
 * @throws {BulkError}
 */
export async function classifyAll(
  { model, inputs, shard, workers, isNormalized }: ClassifyOptions,
  results: Results,
): Promise<void> {
  const progress = new Progress();
  const selection = new Selection(shard, results.done);
  const readers = startReaders(model, workers);
  try {
    const skipped = results.done?.count ?? 0;
    // What goes wrong with counting goes wrong with reading, too, and is told there.
    countInputs(inputs).then(
      (total) => progress.expect(shardSize(shard, total) - skipped),
      () => {},
    );
    const answers = inOrder(
      jobsOf(inputs, { selection, isNormalized }),
      readers.read,
      {
        running: RUNNING_A_WORKER * workers,
        ahead: AHEAD_A_WORKER * workers,
      },
    );
    for await (const { lines, pictures, problems } of answers) {
      results.write(lines);
      progress.add(pictures, problems);
    }
    progress.finish(readers.engine);
  } finally {
    readers.close();
  }
}
