import type { Model } from "../inference/model.ts";
import { chooseEngine } from "../inference/choose.ts";
import {
  BusyError,
  DecodeTimeoutError,
  WorkerError,
} from "../workers/errors.ts";
import { Lane } from "../workers/lane.ts";
import { BulkError } from "./bulk_error.ts";
import type { Job } from "./jobs.ts";
import {
  DEADLINE,
  MAX_FILE_BYTES,
  MAX_LOST_WORKERS,
  PATIENCE,
  RUNNING_A_WORKER,
} from "./limits.ts";
import { type Answer, namesOf, type Question, type Start } from "./messages.ts";
import { problemAnswer } from "./result_line.ts";

/** Workers that read pictures. */
export interface Readers {
  readonly engine: string;
  /** Whatever is wrong with a picture becomes its line. @throws {BulkError} */
  read(job: Job): Promise<Answer>;
  close(): void;
}

/** Starts `workers` workers, which ends with `close`. */
export function startReaders(model: Model, workers: number): Readers {
  const start = Promise.withResolvers<Start>();
  let wornOut = "";
  const lane = new Lane<Question>({
    spawn: () => spawn(start.promise),
    workers,
    maxWaiting: RUNNING_A_WORKER * workers,
    deadline: DEADLINE,
    patience: PATIENCE,
    maxLost: MAX_LOST_WORKERS,
    onWornOut: (reason) => wornOut = reason,
  });
  // Workers load meanwhile.
  const { engine, program } = chooseEngine(model, "auto");
  start.resolve({ model, program });
  async function ask(question: Question): Promise<Answer> {
    const { buffer } = question.kind === "file"
      ? question.bytes
      : question.pixels;
    const names = namesOf(question);
    try {
      return await lane.ask<Answer>(question, [buffer as ArrayBuffer]);
    } catch (error) {
      if (error instanceof BusyError) {
        throw new BulkError(`Cannot go on reading: ${wornOut}`);
      }
      if (error instanceof DecodeTimeoutError) {
        return problemAnswer(names, `not read within ${DEADLINE / 1000} s`);
      }
      if (!(error instanceof WorkerError)) throw error;
      return problemAnswer(names, error.message);
    }
  }
  return {
    engine: engine.name,
    async read(job) {
      if (job.kind !== "file") return await ask(job);
      const bytes = await readFile(job.file);
      return typeof bytes === "string"
        ? problemAnswer([{ file: job.file }], bytes)
        : await ask({ ...job, bytes });
    },
    close: () => lane.close(),
  };
}

/** The bytes of a picture file, or why there are none. */
async function readFile(path: string): Promise<Uint8Array | string> {
  try {
    const { size } = await Deno.stat(path);
    if (size > MAX_FILE_BYTES) {
      return `The file has ${size} bytes; expected at most ${MAX_FILE_BYTES}`;
    }
    return await Deno.readFile(path);
  } catch (error) {
    // An answer of the operating system, or of Deno's permissions: no bug.
    if (error instanceof Error && "code" in error) return error.message;
    if (error instanceof Deno.errors.NotCapable) return error.message;
    throw error;
  }
}

/** A worker that may do nothing but read the source of the service. */
function spawn(start: Promise<Start>): Worker {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    type: "module",
    name: "reader",
    deno: { permissions: { read: [new URL("../", import.meta.url)] } },
  });
  start.then((message) => worker.postMessage(message));
  return worker;
}
