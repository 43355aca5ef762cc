/** Milliseconds after which a request counts as never answered. */
const HANG = 20_000;

/** What came of one request. */
export interface Outcome {
  /** 0 where the connection was closed without an answer. */
  readonly status: number;
  readonly text: string;
  readonly took: number;
  readonly isHanging: boolean;
  readonly retryAfter: string | null;
}

/** Sends one request, whatever comes of it. */
export async function ask(
  url: URL,
  init: RequestInit = {},
): Promise<Outcome> {
  const start = performance.now();
  const signal = AbortSignal.timeout(HANG);
  let status = 0;
  let text = "";
  let retryAfter: string | null = null;
  try {
    const response = await fetch(url, { ...init, signal });
    text = await response.text();
    retryAfter = response.headers.get("Retry-After");
    status = response.status;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    text = error.message;
  }
  const took = performance.now() - start;
  return { status, text, took, retryAfter, isHanging: signal.aborted };
}
