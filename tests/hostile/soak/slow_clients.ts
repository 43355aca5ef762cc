import { connect, receiveAll, send } from "../../http/raw_http.ts";

/** Ways to hold a connection, and what is sent over it: then nothing more. */
const SLOW = {
  /** Opened, and nothing sent. */
  "half-open": "",
  /** A head that never ends. */
  "head": "POST /predict HTTP/1.1\r\nHost: soak\r\nX-Slow: ",
  /** A body that stops. */
  "body":
    "POST /predict HTTP/1.1\r\nHost: soak\r\nContent-Type: image/png\r\n" +
    "Content-Length: 5000\r\n\r\nabc",
} as const;
export type SlowKind = keyof typeof SLOW;

/** Milliseconds after which a connection that is still open counts as never closed. */
const NEVER = 40_000;

/** Milliseconds until the server closed the last of `count` connections; Infinity where it left one open. */
export async function holdConnections(
  base: string,
  kind: SlowKind,
  count: number,
): Promise<number> {
  const times = await Promise.all(
    Array.from({ length: count }, () => holdConnection(base, SLOW[kind])),
  );
  return Math.max(...times);
}

async function holdConnection(base: string, text: string): Promise<number> {
  using connection = await connect(base);
  await send(connection, text);
  const { promise: never, resolve } = Promise.withResolvers<number>();
  const timer = setTimeout(() => resolve(Infinity), NEVER);
  const closed = receiveAll(connection).then(({ closedAfter }) => closedAfter);
  const time = await Promise.race([closed, never]);
  clearTimeout(timer);
  return time;
}

/** A head byte by byte, so that the connection is never silent; until it is closed or `limit` ms. */
export async function dripHead(base: string): Promise<number> {
  using connection = await connect(base);
  const start = performance.now();
  let isOpen = true;
  const closed = receiveAll(connection).finally(() => isOpen = false);
  await send(connection, SLOW.head);
  while (isOpen && performance.now() - start < NEVER) {
    await send(connection, "a").catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  if (isOpen) return Infinity;
  return (await closed).closedAfter;
}
