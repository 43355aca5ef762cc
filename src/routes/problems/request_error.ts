/**
 * What is wrong with a request: `malformed` cannot be understood, `no-file` has
 * no picture in it, `unsupported` is of a type that is not read, `too-large` has
 * too many bytes, `unauthorized` lacks the operator's token, `foreign` comes from
 * a page that is not ours.
 */
export type RequestErrorKind =
  | "malformed"
  | "no-file"
  | "unsupported"
  | "too-large"
  | "unauthorized"
  | "foreign";

/** The sender's request is at fault; the message is meant for the sender. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly kind: RequestErrorKind;

  constructor(kind: RequestErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** @param message What was expected, and what came. */
export function malformed(message: string): RequestError {
  return new RequestError("malformed", message);
}
