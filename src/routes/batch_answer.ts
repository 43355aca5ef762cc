import type { Context } from "hono";
import { MAX_PHOTO_WORKERS } from "../workers/limits.ts";
import type { BatchItem } from "./batch.ts";
import { inOrder } from "./in_order.ts";
import { LINES } from "./predict_input.ts";
import { predictPicture } from "./predict_picture.ts";
import { problemItem } from "./problem_item.ts";
import { readPatiently } from "./read_patiently.ts";
import type { Services } from "./services.ts";

/**
 * Pictures of a batch that are read at a time: enough for every worker, and few
 * enough to leave the others their places in the queues.
 */
const AT_A_TIME = MAX_PHOTO_WORKERS;

/** Answers a line for each picture as soon as it and those before it are read. */
export function answerBatch(
  c: Context,
  items: Iterable<BatchItem>,
  services: Services,
): Response {
  const { log } = services;
  const predictor = { ...services, read: readPatiently(services.read) };
  const encoder = new TextEncoder();

  async function answer({ id, picture }: BatchItem): Promise<Uint8Array> {
    const told = await predictOne(picture);
    const named = id === undefined ? told : { id, ...told };
    return encoder.encode(`${JSON.stringify(named)}\n`);
  }
  async function predictOne(picture: BatchItem["picture"]) {
    try {
      return await predictPicture(predictor, await picture());
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return problemItem(error, log);
    }
  }

  c.header("Content-Type", LINES);
  // Compressing would hold back lines until there are enough of them.
  c.header("Cache-Control", "no-transform");
  return c.body(ReadableStream.from(inOrder(items, AT_A_TIME, answer)));
}
