import { DataError } from "./mnist.ts";

/** Prints one line and ends; a failure that no user can mend keeps its stack. */
export function exitWith(error: unknown): never {
  const expected = error instanceof DataError || typeof error === "string";
  console.error(
    expected ? (error instanceof Error ? error.message : error) : error,
  );
  Deno.exit(1);
}

/** Reads an option's whole number above 0. */
export function wholeNumber(
  option: string,
  text: string | undefined,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) {
    exitWith(`${option}: expected a whole number above 0, found ${text}`);
  }
  return value;
}
