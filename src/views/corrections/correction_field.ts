import type { CorrectionFilter } from "../../corrections/correction.ts";

/** Names and values, as forms and addresses have them. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** All that a picture may be said to show. */
export const ANSWERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, null] as const;

/** An answer in a form: "0" to "9", or "none" for no digit. */
export function fieldOf(answer: number | null): string {
  return answer === null ? "none" : String(answer);
}

/** What stands for a filter in forms and addresses. */
export function filterFields(filter: CorrectionFilter): Fields {
  const { digit, read, from, to, upTo } = filter;
  const values = {
    digit: digit === undefined ? undefined : fieldOf(digit),
    read: read === undefined ? undefined : fieldOf(read),
    from,
    to,
    upTo: upTo?.toString(),
  };
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const]
  );
}

/** The part of an address from its question mark on; empty without fields. */
export function queryOf(fields: Fields): string {
  if (fields.length === 0) return "";
  const pairs = fields.map(([name, value]) => [name, value]);
  return `?${new URLSearchParams(pairs)}`;
}
