/** The server has too much to do already. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
}

const OK = "HTTP/1.1 200";
const BUSY = "HTTP/1.1 503";

/**
 * A connection that asks one thing after another over HTTP/1.1. Requests are
 * bytes made beforehand and answers are only looked at for their end, so that a
 * core sends several times what a server on another one can answer.
 */
export class HttpClient implements Disposable {
  readonly #connection: Deno.TcpConn;
  #buffer = new Uint8Array(2 ** 16);
  #filled = 0;

  private constructor(connection: Deno.TcpConn) {
    this.#connection = connection;
  }

  static async connect({ hostname, port }: URL): Promise<HttpClient> {
    const connection = await Deno.connect({ hostname, port: Number(port) });
    connection.setNoDelay(true);
    return new HttpClient(connection);
  }

  /**
   * @returns The answer's body.
   * @throws {RefusedError} When its status is 503.
   * @throws {Error} When it is any other but 200.
   */
  async ask(request: Uint8Array): Promise<Uint8Array> {
    for (let sent = 0; sent < request.length;) {
      sent += await this.#connection.write(request.subarray(sent));
    }
    this.#filled = 0;
    const start = await this.#headEnd();
    const head = DECODER.decode(this.#buffer.subarray(0, start));
    const length = head.match(/^content-length: *(\d+)/im)?.[1];
    const end = length === undefined
      ? await this.#lastChunkEnd(start)
      : start + Number(length);
    while (this.#filled < end) await this.#receive();
    const body = this.#buffer.subarray(start, end);
    if (head.startsWith(OK)) return body;
    const status = head.slice(0, head.indexOf("\r\n"));
    const message = `${status}: ${DECODER.decode(body)}`;
    throw head.startsWith(BUSY)
      ? new RefusedError(message)
      : new Error(message);
  }

  [Symbol.dispose](): void {
    this.#connection.close();
  }

  async #headEnd(): Promise<number> {
    for (let from = 0;;) {
      const at = this.#find(END_OF_HEAD, from);
      if (at !== -1) return at + END_OF_HEAD.length;
      from = Math.max(0, this.#filled - END_OF_HEAD.length);
      await this.#receive();
    }
  }

  /** A chunked body ends with a chunk of no length (RFC 9112, 7.1). */
  async #lastChunkEnd(from: number): Promise<number> {
    for (;;) {
      const at = this.#find(LAST_CHUNK, from - 2);
      if (at !== -1) return at + LAST_CHUNK.length;
      await this.#receive();
    }
  }

  #find(bytes: Uint8Array, from: number): number {
    for (let at = from; at + bytes.length <= this.#filled; at++) {
      let i = 0;
      while (i < bytes.length && this.#buffer[at + i] === bytes[i]) i++;
      if (i === bytes.length) return at;
    }
    return -1;
  }

  async #receive(): Promise<void> {
    if (this.#filled === this.#buffer.length) {
      const larger = new Uint8Array(2 * this.#buffer.length);
      larger.set(this.#buffer);
      this.#buffer = larger;
    }
    const room = this.#buffer.subarray(this.#filled);
    const length = await this.#connection.read(room);
    if (length === null) throw new Error("the server hung up");
    this.#filled += length;
  }
}

const DECODER = new TextDecoder();
const END_OF_HEAD = new TextEncoder().encode("\r\n\r\n");
const LAST_CHUNK = new TextEncoder().encode("\r\n0\r\n\r\n");

/** A POST as it goes over the wire. */
export function postRequest(
  path: string,
  type: string,
  body: Uint8Array,
): Uint8Array {
  const head = new TextEncoder().encode(
    `POST ${path} HTTP/1.1\r\nHost: bench\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  const request = new Uint8Array(head.length + body.length);
  request.set(head);
  request.set(body, head.length);
  return request;
}
