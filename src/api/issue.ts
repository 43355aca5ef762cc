import * as v from "valibot";
import { kindOf } from "./kind.ts";

/** How much of a found value a message shows. */
const SHOWN = 60;
/** Items of a list that it shows: a shape has up to four. */
const SHOWN_ITEMS = 8;

/** Names that valibot gives to types, in words. */
const TYPES: Readonly<Record<string, string>> = {
  Array: "a list",
  Object: "an object",
  string: "a text",
  number: "a number",
  integer: "a whole number",
};

/** What a schema of ours has for a message instead says what it expects. */
const DEFAULT_MESSAGE = /^Invalid /;

/**
 * What is wrong with a value, in one sentence that names the place:
 * `inputs[0].datatype: expected "FP32", found "INT64".`
 */
export function explainIssue(issue: v.BaseIssue<unknown>): string {
  if (issue.received === "undefined") {
    return `${placeOf(issue)}: expected this field, found none.`;
  }
  const found = issue.type.endsWith("length")
    ? `${issue.received}`
    : shownOf(issue.input);
  return `${placeOf(issue)}: expected ${expectedBy(issue)}, found ${found}.`;
}

function placeOf({ path }: v.BaseIssue<unknown>): string {
  const place = (path ?? []).map(({ key }) =>
    typeof key === "number" ? `[${key}]` : `.${key}`
  ).join("");
  return place.replace(/^\./, "") || "The body";
}

function expectedBy(issue: v.BaseIssue<unknown>): string {
  const { type, expected, requirement, message } = issue;
  if (!DEFAULT_MESSAGE.test(message)) return message;
  if (type === "length") return `${requirement} of them`;
  const name = expected ?? "something else";
  return TYPES[type] ?? TYPES[name] ?? name.replaceAll(" | ", " or ")
    .replace(/^[(](.*)[)]$/, "$1");
}

/** Short lists are shown, as shapes are; what may be long or deep is named. */
function shownOf(value: unknown): string {
  const isShort = Array.isArray(value)
    ? value.length <= SHOWN_ITEMS && !value.some(isNested)
    : !isNested(value);
  const json = isShort ? JSON.stringify(value) : undefined;
  if (json === undefined) return kindOf(value);
  return json.length <= SHOWN ? json : `${json.slice(0, SHOWN)}...`;
}

/** A list or an object, which may be as deep as it likes. */
function isNested(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
