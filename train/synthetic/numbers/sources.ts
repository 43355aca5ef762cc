import type { Random } from "../../random.ts";
import { between, happens, pick, wholeBetween } from "../chance.ts";
import { composeColumn, type ComposedColumn } from "./column.ts";
import { type ComposedNumber, composeNumber, isDigit } from "./compose.ts";
import type { Hand } from "./hand.ts";
import { drawLayout } from "./layout.ts";

/** Digits of a number, none of them rarer than the others; it may begin with 0. */
export function drawDigits(
  random: Random,
  fewest: number,
  most: number,
): string {
  const count = wholeBetween(random, fewest, most);
  return Array.from({ length: count }, () => wholeBetween(random, 0, 9))
    .join("");
}

/** The label of what was written. */
export function digitsOf(text: string): string {
  return [...text].filter(isDigit).join("");
}

/** Size of writing in pixels. */
export interface Size {
  readonly height: number;
  readonly thickness: number;
}

/** A number whose digits stand apart. */
export function spacedNumber(
  text: string,
  hand: Hand,
  random: Random,
  { height, thickness }: Size,
): ComposedNumber {
  return composeNumber(
    text,
    hand,
    random,
    drawLayout(random, height, thickness),
  );
}

/** Probability that two neighbours touch where some do. */
const CONTACTS = [0.3, 1] as const;

/** A number of which at least two digits touch. */
export function touchingNumber(
  hand: Hand,
  random: Random,
  { height, thickness }: Size,
): ComposedNumber {
  for (;;) {
    const text = drawDigits(random, 2, 6);
    const contact = between(random, ...CONTACTS);
    const layout = drawLayout(random, height, thickness, contact);
    const number = composeNumber(text, hand, random, layout);
    if (number.signs.some(({ touches }) => touches)) return number;
  }
}

/** Clear paper between lines, in heights of a digit. */
const LINE_GAPS = [0.2, 1.1] as const;

/** Lines of one hand below each other, digits apart, all in one slope. */
export function column(
  lines: readonly string[],
  hand: Hand,
  random: Random,
  { height, thickness }: Size,
): ComposedColumn {
  const layout = drawLayout(random, height, thickness);
  const gap = height * between(random, ...LINE_GAPS);
  const raggedness = happens(random, 0.5) ? 0 : 0.5 * height;
  return composeColumn(
    lines.map((line) => composeNumber(line, hand, random, layout)),
    {
      align: pick(random, ["left", "right"] as const),
      indents: lines.map(() => Math.round(raggedness * random.uniform())),
      gaps: lines.map(() => Math.round(gap * between(random, 0.7, 1.3))),
    },
  );
}

/** An amount as people write it: currency, thousands, cents, dashes. */
export function drawAmount(random: Random): string {
  const whole = String(wholeBetween(random, 1, 9)) + drawDigits(random, 0, 4);
  const isEnglish = happens(random, 0.6);
  const [thousands, decimal] = isEnglish ? [",", "."] : [".", ","];
  const grouped = happens(random, 0.6)
    ? whole.replace(/(?=(...)+$)(?!^)/g, thousands)
    : whole;
  const cents = drawDigits(random, 2, 2);
  const ending = pick(random, [
    decimal + cents,
    decimal + cents,
    decimal + cents,
    "-" + cents,
    decimal + "-",
    "-",
    "=",
    "",
  ]);
  const currency = pick(random, ["$", "$", "£", "€", "#", "*", "", "", ""]);
  const isAfter = currency === "€" && happens(random, 0.5);
  return isAfter ? grouped + ending + currency : currency + grouped + ending;
}

/** A date, a time, a phone number or digits in brackets, as people write them. */
export function drawSigned(random: Random): string {
  const kind = pick(random, [date, date, phone, phone, time, bracketed]);
  return kind(random);
}

function date(random: Random): string {
  const day = written(random, wholeBetween(random, 1, 31));
  const month = written(random, wholeBetween(random, 1, 12));
  const year = String(wholeBetween(random, 1950, 2049));
  const sign = pick(random, ["/", "/", ".", "-"]);
  const short = happens(random, 0.5) ? year.slice(2) : year;
  return [day, month, short].join(sign);
}

/** With a 0 before a single digit, or without. */
function written(random: Random, value: number): string {
  return happens(random, 0.5) ? String(value).padStart(2, "0") : String(value);
}

function time(random: Random): string {
  const hour = written(random, wholeBetween(random, 0, 23));
  return `${hour}:${String(wholeBetween(random, 0, 59)).padStart(2, "0")}`;
}

function phone(random: Random): string {
  const [area, own] = [3, 4].map((count) => drawDigits(random, count, count));
  return pick(random, [
    `${area}-${own}`,
    `(${area})${drawDigits(random, 3, 3)}-${own}`,
    `(0${area})${own}`,
  ]);
}

function bracketed(random: Random): string {
  return `(${drawDigits(random, 1, 4)})`;
}
