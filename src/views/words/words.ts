import { bars, type BarsWords } from "./bars.ts";
import { drawing, type DrawingWords } from "./drawing.ts";
import { history, type HistoryWords } from "./history.ts";
import type { Language } from "./language.ts";
import { upload, type UploadWords } from "./upload.ts";

/**
 * Every text that a person reads on our pages, by the view that shows it. A
 * group has a file of its own with all its languages; texts with numbers in
 * them are functions, as plurals differ.
 */
export interface Words {
  readonly language: Language;
  readonly bars: BarsWords;
  readonly drawing: DrawingWords;
  readonly history: HistoryWords;
  readonly upload: UploadWords;
}

/** The table of one language. */
export function wordsOf(language: Language): Words {
  return {
    language,
    bars: bars[language],
    drawing: drawing[language],
    history: history[language],
    upload: upload[language],
  };
}
