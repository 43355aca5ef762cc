import { ask } from "./ask.ts";
import type { GoodRequest } from "./good_requests.ts";
import { Tally } from "./tally.ts";

/** What came of good requests by their kind. */
export type GoodTallies = Record<GoodRequest["kind"], Tally>;

export function createGoodTallies(): GoodTallies {
  return {
    canvas: new Tally(),
    pixels: new Tally(),
    page: new Tally(),
    photo: new Tally(),
  };
}

/**
 * Sends a good request: it has to be read right, or refused with 503 and the
 * time to come again, and nothing else.
 */
export async function sendGood(
  base: string,
  request: GoodRequest,
  tallies: GoodTallies,
): Promise<void> {
  const tally = tallies[request.kind];
  const outcome = await ask(new URL(request.path, base), {
    method: "POST",
    headers: request.headers,
    body: request.body(),
  });
  const { status, text, took, retryAfter, isHanging } = outcome;
  tally.add(status);
  if (status === 200) tally.times.add(took);
  if (status === 200 && request.isRight(text)) return;
  if (status === 503 && retryAfter !== null) return;
  const told = isHanging ? "never answered" : `${status} ${text.slice(0, 200)}`;
  tally.addProblem(`${request.kind}: ${told}`);
}

/** Sends good requests one after the other until it is told to stop. */
export async function runGood(
  base: string,
  requests: readonly GoodRequest[],
  pause: number,
  tallies: GoodTallies,
  signal: AbortSignal,
): Promise<void> {
  for (let i = 0; !signal.aborted; i++) {
    await sendGood(base, requests[i % requests.length]!, tallies);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
