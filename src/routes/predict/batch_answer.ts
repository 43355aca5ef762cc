import type { Context } from "hono";
import { isQuick } from "../../workers/is_quick.ts";
import type { BatchItem } from "./batch.ts";
import { heartbeat } from "./heartbeat.ts";
import { inOrder } from "../../in_order.ts";
import { LINES } from "./predict_input.ts";
import { predictPicture } from "./predict_picture.ts";
import { problemItem } from "../problems/problem_item.ts";
import { readPatiently } from "./read_patiently.ts";
import type { Services } from "../services.ts";
import { createTurns } from "./turns.ts";

/**
 * Pictures of all batches that are read at a time, quick ones and photos: enough
 * that a worker finds the next one waiting, and few enough to leave the others
 * their places in the queues.
 */
export const AT_A_TIME = 4;

/** Answers a batch. */
type AnswerBatch = (c: Context, items: Iterable<BatchItem>) => Response;

/** Batches share the workers: each goes on, however many there are. */
export function createBatchAnswer(services: Services): AnswerBatch {
  const { log, read } = services;
  const takeQuickTurn = createTurns(AT_A_TIME);
  const takePhotoTurn = createTurns(AT_A_TIME);
  const readOnceFree = readPatiently(read);
  const predictor = {
    ...services,
    read(bytes: Uint8Array) {
      const takeTurn = isQuick(bytes) ? takeQuickTurn : takePhotoTurn;
      return takeTurn(() => readOnceFree(bytes));
    },
  };
  const encoder = new TextEncoder();

  async function predict({ id, line, picture }: BatchItem) {
    const named = id === undefined ? {} : { id };
    try {
      const told = await predictPicture(predictor, await picture());
      return { ...named, ...told };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const placed = id === undefined ? { line } : named;
      return { ...placed, ...problemItem(error, log) };
    }
  }
  async function answer(item: BatchItem): Promise<Uint8Array> {
    return encoder.encode(`${JSON.stringify(await predict(item))}\n`);
  }

  return function answerBatch(c, items) {
    c.header("Content-Type", LINES);
    // Compressing would hold back lines until there are enough of them.
    c.header("Cache-Control", "no-transform");
    const lines = inOrder(items, answer, {
      running: AT_A_TIME,
      ahead: AT_A_TIME,
    });
    return c.body(ReadableStream.from(heartbeat(lines)));
  };
}
