import { RequestError } from "../problems/request_error.ts";

/** Codings of bodies that are taken (RFC 9110, 8.4.1): none. */
export const TAKEN_CODING = "identity";

/** A body that is compressed, or encoded otherwise. */
export class CodingError extends RequestError {
  constructor(coding: string) {
    super(
      "unsupported",
      `Expected a body without a content coding (${TAKEN_CODING}); found ${
        coding.slice(0, 80)
      }.`,
    );
  }
}

/** @throws {CodingError} Where a body has to be decoded before it can be read. */
export function checkCoding({ headers }: Request): void {
  const coding = headers.get("Content-Encoding")?.trim() ?? "";
  if (coding === "" || coding.toLowerCase() === TAKEN_CODING) return;
  throw new CodingError(coding);
}
