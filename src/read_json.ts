/**
 * Readers of values that came as JSON: each returns the value with its type, or says where another
 * was expected. `at` names the place, as `evaluation.sets[2].accuracy` does.
 */
export type Read<Value> = (value: unknown, at: string) => Value;

/** JSON of another form than expected; the message names the place in one line. */
export class FormError extends Error {
  override readonly name = "FormError";
}

/** @throws {FormError} */
export function object(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw unexpected(at, "an object", value);
  }
  return value as Record<string, unknown>;
}

/** @throws {FormError} */
export function text(value: unknown, at: string): string {
  if (typeof value !== "string") throw unexpected(at, "a text", value);
  return value;
}

/** One of the values named. @throws {FormError} */
export function oneOf<Choice extends string>(
  ...choices: readonly Choice[]
): Read<Choice> {
  return (value, at) => {
    const choice = choices.find((choice) => choice === value);
    if (choice !== undefined) return choice;
    throw unexpected(at, `one of ${choices.join(", ")}`, value);
  };
}

/** A number in low..high, both included. */
export function numberIn(low: number, high: number): Read<number> {
  return (value, at) => {
    if (typeof value === "number" && value >= low && value <= high) {
      return value;
    }
    throw unexpected(at, `a number in ${low}..${high}`, value);
  };
}

/** 0..1. @throws {FormError} */
export const share: Read<number> = numberIn(0, 1);

/** @throws {FormError} */
export const positive: Read<number> = numberIn(0, Number.MAX_VALUE);

/** A whole number from 0 on. @throws {FormError} */
export function count(value: unknown, at: string): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) {
    return value;
  }
  throw unexpected(at, "a whole number from 0 on", value);
}

/** A list, of `length` items where it is given. */
export function list<Item>(
  read: Read<Item>,
  length?: number,
): Read<readonly Item[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw unexpected(at, "a list", value);
    if (length !== undefined && value.length !== length) {
      throw unexpected(`${at}.length`, String(length), value.length);
    }
    return value.map((item: unknown, index) => read(item, `${at}[${index}]`));
  };
}

/** A list of two. */
export function pair<Item>(
  read: Read<Item>,
): Read<readonly [Item, Item]> {
  return (value, at) => {
    const [first, second] = list(read, 2)(value, at);
    return [first!, second!];
  };
}

/** The value, or null where there is none. */
export function orNull<Value>(read: Read<Value>): Read<Value | null> {
  return (value, at) => value === null ? null : read(value, at);
}

/** The field as an object with that one key, or as an empty one where it is absent. */
export function optional<Key extends string, Value>(
  from: Record<string, unknown>,
  key: Key,
  at: string,
  read: Read<Value>,
): { readonly [K in Key]?: Value } {
  const value = from[key];
  if (value === undefined) return {};
  return { [key]: read(value, at === "" ? key : `${at}.${key}`) } as {
    readonly [K in Key]?: Value;
  };
}

/** How much of a found value a message shows. */
const SHOWN = 60;

function unexpected(at: string, expected: string, found: unknown): FormError {
  const shown = (JSON.stringify(found) ?? "nothing").slice(0, SHOWN);
  return new FormError(`${at}: expected ${expected}, found ${shown}`);
}
