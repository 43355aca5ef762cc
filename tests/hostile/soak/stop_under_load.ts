import { ask } from "./ask.ts";
import { createGoodTallies, sendGood } from "./good_load.ts";
import { GOOD_REQUESTS } from "./good_requests.ts";
import { holdConnections } from "./slow_clients.ts";
import type { Tally } from "./tally.ts";
import type { End, Target } from "./target.ts";

/** How the server stopped, and what came of the requests that it had. */
export interface Stopped {
  readonly end: End;
  readonly admitted: Tally;
}

/** Everyone whose request was admitted has an answer, though one client stalls. */
export async function stopUnderLoad(
  target: Target,
  clients: number,
): Promise<Stopped> {
  const { url } = target;
  void holdConnections(url, "body", 1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const tallies = createGoodTallies();
  const asked = Array.from(
    { length: clients },
    () => sendGood(url, GOOD_REQUESTS[0]!, tallies),
  );
  // So that all were taken: this one came behind them.
  await ask(new URL("healthz", url));
  const end = await target.terminate();
  await Promise.all(asked);
  return { end, admitted: tallies.canvas };
}
