import { parseArgs, type ParseArgsConfig } from "node:util";
import { DataError } from "./mnist.ts";

/** Prints one line and ends; a failure that no user can mend keeps its stack. */
export function exitWith(error: unknown): never {
  const expected = error instanceof DataError || typeof error === "string";
  console.error(
    expected ? (error instanceof Error ? error.message : error) : error,
  );
  Deno.exit(1);
}

/** Reads the options of the command line; ends with one line on any other. */
export function readOptions<Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    exitWith(`${error.message}; --help names the options`);
  }
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
