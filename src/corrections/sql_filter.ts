import { NOT_A_DIGIT } from "../inference/classes.ts";
import type { CorrectionFilter, Shown } from "./correction.ts";

/** A condition of SQL and the values of its question marks. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (number | string)[];
}

/** Conditions of SQL by the part of the filter that they stand for. */
const PARTS = {
  digit: "digit = ?",
  read: "read = ?",
  from: "date >= ?",
  to: "date <= ?",
  upTo: "id <= ?",
} as const satisfies Record<keyof CorrectionFilter, string>;

/** The condition that a filter sets; one that sets nothing is met by all. */
export function conditionOf(filter: CorrectionFilter): Condition {
  const { digit, read, from, to, upTo } = filter;
  const set = ([
    [PARTS.digit, digit === undefined ? undefined : classOf(digit)],
    [PARTS.read, read === undefined ? undefined : classOf(read)],
    [PARTS.from, from],
    [PARTS.to, to],
    [PARTS.upTo, upTo],
  ] as const).flatMap(([sql, value]) =>
    value === undefined ? [] : [{ sql, value }]
  );
  return {
    sql: ["TRUE", ...set.map(({ sql }) => sql)].join(" AND "),
    values: set.map(({ value }) => value),
  };
}

/** The class of the network that stands for an answer. */
export function classOf(shown: Shown): number {
  return shown ?? NOT_A_DIGIT;
}

/** The answer that a class of the network stands for. */
export function shownBy(label: number): Shown {
  return label === NOT_A_DIGIT ? null : label;
}

/** The same with numbered parameters, as PostgreSQL has them: $1 for the first. */
export function numbered({ sql, values }: Condition): Condition {
  let number = 0;
  return { sql: sql.replaceAll("?", () => `$${++number}`), values };
}
