/** A noun as it stands after a number; Russian has three forms for whole ones. */
export interface RussianForms {
  /** 1, 21, 101: "цифра". */
  readonly one: string;
  /** 2 to 4, 22: "цифры". */
  readonly few: string;
  /** 0, 5 to 20, 25: "цифр". */
  readonly many: string;
}

const RUSSIAN = new Intl.PluralRules("ru");

/** The form for a whole number (CLDR plural rules). */
export function pluralRu(count: number, { one, few, many }: RussianForms) {
  const rule = RUSSIAN.select(count);
  if (rule === "one") return one;
  return rule === "few" ? few : many;
}

/** The form for a number, where only one thing is singular. */
export function pluralEn(count: number, one: string, other: string): string {
  return count === 1 ? one : other;
}
