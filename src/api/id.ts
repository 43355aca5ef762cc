import * as v from "valibot";
import { kindOf } from "./kind.ts";

/** Beyond it whole numbers come back as others (RFC 8259, 6). */
const MAX_NUMBER = Number.MAX_SAFE_INTEGER;

/** What the sender calls a picture of several. */
export const Id = v.pipe(
  v.custom<string | number>(
    isId,
    ({ input }) =>
      `Expected a string, or a number of at most ${MAX_NUMBER}, in "id"; found ${
        typeof input === "number" ? input : kindOf(input)
      }.`,
  ),
  v.description("What the sender calls the picture; it comes back with it."),
  v.metadata({
    anyOf: [
      { type: "string" },
      { type: "number", minimum: -MAX_NUMBER, maximum: MAX_NUMBER },
    ],
  }),
);

function isId(value: unknown): boolean {
  return typeof value === "number"
    ? Math.abs(value) <= MAX_NUMBER
    : typeof value === "string";
}
