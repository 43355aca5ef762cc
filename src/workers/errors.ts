/** There is too much to do already, or no one to do it: it may be asked again. */
export class BusyError extends Error {
  override readonly name = "BusyError";
}

/** Reading a picture took longer than a picture may. */
export class DecodeTimeoutError extends Error {
  override readonly name = "DecodeTimeoutError";

  /** @param deadline Milliseconds. */
  constructor(deadline: number) {
    super(
      `The picture was not read within ${
        deadline / 1000
      } seconds. Send it again in a moment, or send a smaller one.`,
    );
  }
}

/** A worker failed in a way that nobody foresaw. */
export class WorkerError extends Error {
  override readonly name = "WorkerError";
}
