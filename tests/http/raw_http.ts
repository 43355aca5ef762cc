const encoder = new TextEncoder();

/** What came back over one connection until the server closed it. */
export interface RawAnswer {
  /** Status of every answer, in their order. */
  readonly statuses: readonly number[];
  /** All bytes, as ISO-8859-1. */
  readonly text: string;
  /** Milliseconds until the server closed the connection. */
  readonly closedAfter: number;
}

/** Opens a connection to a server. */
export function connect(url: string): Promise<Deno.TcpConn> {
  const { hostname, port } = new URL(url);
  return Deno.connect({ hostname, port: Number(port) });
}

/** Sends text, as it is, or bytes. */
export async function send(
  connection: Deno.Conn,
  data: string | Uint8Array,
): Promise<void> {
  const bytes = typeof data === "string" ? encoder.encode(data) : data;
  for (let sent = 0; sent < bytes.length;) {
    sent += await connection.write(bytes.subarray(sent));
  }
}

/** Reads all that comes until the server closes the connection. */
export async function receiveAll(connection: Deno.Conn): Promise<RawAnswer> {
  const start = performance.now();
  const decoder = new TextDecoder("latin1");
  const buffer = new Uint8Array(2 ** 16);
  let text = "";
  try {
    for (;;) {
      const length = await connection.read(buffer);
      if (length === null) break;
      text += decoder.decode(buffer.subarray(0, length));
    }
  } catch (error) {
    // Reset rather than closed, which is as good an end.
    if (!(error instanceof Error)) throw error;
  }
  const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)]
    .map(([, status]) => Number(status));
  return { statuses, text, closedAfter: performance.now() - start };
}

/** Sends bytes over a connection of their own, and waits until the server closes it. */
export async function exchange(
  url: string,
  data: string | Uint8Array,
): Promise<RawAnswer> {
  using connection = await connect(url);
  // The server may refuse and close before it has read all.
  await send(connection, data).catch(() => {});
  return await receiveAll(connection);
}
