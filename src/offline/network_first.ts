/**
 * Milliseconds that the network gets: what this device answers instead is as
 * good, so that nobody waits longer than for a slow page.
 */
const PATIENCE = 3000;

/** By these a proxy tells that no server answers behind it (RFC 9110, 15.6.3 to 15.6.5). */
const NO_SERVER: readonly number[] = [502, 503, 504];

interface Sources {
  readonly network: Promise<Response>;
  /** Answers in its place, with null where it cannot. */
  readonly device: () => Promise<Response | null>;
}

/**
 * The answer of the network, or else of this device: where there is no
 * connection, no server, or none in time. What the device cannot answer is left
 * to the network, however late, and however it fails.
 */
export async function networkFirst(
  { network, device }: Sources,
): Promise<Response> {
  return await inTime(network) ?? await device() ?? await network;
}

function inTime(network: Promise<Response>): Promise<Response | null> {
  const answered = network.then(
    (answer) => NO_SERVER.includes(answer.status) ? null : answer,
    () => null,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, null);
  });
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}
