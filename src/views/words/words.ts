import { bars, type BarsWords } from "./bars.ts";
import { corrections, type CorrectionsWords } from "./corrections.ts";
import type { Language } from "./language.ts";
import { operator, type OperatorWords } from "./operator.ts";

/**
 * Every text that a person reads on our pages, by the view that shows it. A
 * group has a file of its own with all its languages; texts with numbers in
 * them are functions, as plurals differ.
 */
export interface Words {
  readonly language: Language;
  readonly bars: BarsWords;
  readonly corrections: CorrectionsWords;
  readonly operator: OperatorWords;
}

/** The table of one language. */
export function wordsOf(language: Language): Words {
  return {
    language,
    bars: bars[language],
    corrections: corrections[language],
    operator: operator[language],
  };
}
