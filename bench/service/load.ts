import { HttpClient, RefusedError } from "./http_client.ts";

/** What came of asking for a while. */
export interface Load {
  /** Those that were answered. */
  readonly requests: number;
  /** Those that were not, since the server had too much to do. */
  readonly refused: number;
  readonly seconds: number;
  /** Milliseconds from sending a request to having its answer, unsorted. */
  readonly latencies: readonly number[];
}

/**
 * Asks over `concurrency` connections, each as soon as it has its last answer,
 * until `ms` have passed.
 *
 * @throws {Error} When an answer's status is neither 200 nor 503.
 */
export async function load(
  url: URL,
  requests: readonly Uint8Array[],
  concurrency: number,
  ms: number,
): Promise<Load> {
  const latencies: number[] = [];
  let next = 0;
  let refused = 0;
  const start = performance.now();
  const ask = (client: HttpClient) =>
    client.ask(requests[next++ % requests.length]!).then(
      () => true,
      (error) => {
        if (!(error instanceof RefusedError)) throw error;
        return false;
      },
    );
  const askOn = async () => {
    using client = await HttpClient.connect(url);
    for (let now = performance.now(); now < start + ms;) {
      const isAnswered = await ask(client);
      const end = performance.now();
      if (isAnswered) latencies.push(end - now);
      else refused++;
      now = end;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, askOn));
  const seconds = (performance.now() - start) / 1000;
  return { requests: latencies.length, refused, seconds, latencies };
}
