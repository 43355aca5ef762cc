import { bars, type BarsWords } from "./bars.ts";
import { growth, type GrowthWords } from "./growth.ts";
import type { Language } from "./language.ts";
import { thinking, type ThinkingWords } from "./thinking.ts";

/**
 * Every text that a person reads on our pages, by the view that shows it. A
 * group has a file of its own with all its languages; texts with numbers in
 * them are functions, as plurals differ.
 */
export interface Words {
  readonly language: Language;
  readonly bars: BarsWords;
  readonly growth: GrowthWords;
  readonly thinking: ThinkingWords;
}

/** The table of one language. */
export function wordsOf(language: Language): Words {
  return {
    language,
    bars: bars[language],
    growth: growth[language],
    thinking: thinking[language],
  };
}
