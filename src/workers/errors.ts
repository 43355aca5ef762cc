/** There is too much to do already, or no one to do it: it may be asked again. */
export class BusyError extends Error {
  override readonly name = "BusyError";
}

/** Reading a picture took longer than a picture may, and will when it is sent again. */
export class DecodeTimeoutError extends Error {
  override readonly name = "DecodeTimeoutError";

  /** @param deadline Milliseconds. */
  constructor(deadline: number) {
    super(
      `The picture takes too long to read: it was not read within ${
        deadline / 1000
      } seconds. Crop it to its number.`,
    );
  }
}

/** A worker failed in a way that nobody foresaw. */
export class WorkerError extends Error {
  override readonly name = "WorkerError";
}
