/**
 * Why a file could not be read: `unsupported` is no format we know,
 * `malformed` is a broken file, `too-large` would cost too much to decode.
 */
export type PictureErrorKind = "unsupported" | "malformed" | "too-large";

/** The sender's file is at fault; the message is meant for the sender. */
export class PictureError extends Error {
  override readonly name = "PictureError";
  readonly kind: PictureErrorKind;
  /** The name of the format that is not read, where it has been recognised. */
  readonly format: string | null;

  constructor(
    kind: PictureErrorKind,
    message: string,
    options: ErrorOptions & { readonly format?: string | null } = {},
  ) {
    super(message, options);
    this.kind = kind;
    this.format = options.format ?? null;
  }
}
