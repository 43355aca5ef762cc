/** Bytes of a stream, as many at a time as are asked for. */
export class ByteStream {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #rest = new Uint8Array();

  constructor(stream: ReadableStream<Uint8Array>) {
    this.#reader = stream.getReader();
  }

  /** The next `length` bytes; fewer where the stream ends. */
  async read(length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      if (this.#rest.length === 0) {
        const { value } = await this.#reader.read();
        if (value === undefined) break;
        this.#rest = new Uint8Array(
          value.buffer as ArrayBuffer,
          value.byteOffset,
          value.length,
        );
      }
      const taken = this.#rest.subarray(0, length - filled);
      bytes.set(taken, filled);
      filled += taken.length;
      this.#rest = this.#rest.subarray(taken.length);
    }
    return bytes.subarray(0, filled);
  }

  async close(): Promise<void> {
    await this.#reader.cancel();
  }
}
