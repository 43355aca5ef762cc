import { bars, type BarsWords } from "./bars.ts";
import { digit, type DigitWords } from "./digit.ts";
import { figures, type FigureWords } from "./figures.ts";
import type { Language } from "./language.ts";
import { model, type ModelWords } from "./model/model.ts";
import { page, type PageWords } from "./page.ts";
import { problem, type ProblemWords } from "./problem.ts";
import { result, type ResultWords } from "./result.ts";
import { site, type SiteWords } from "./site.ts";
import { stages, type StagesWords } from "./stages.ts";
import { upload, type UploadWords } from "./upload.ts";
import { verdict, type VerdictWords } from "./verdict.ts";
import { offline, type OfflineWords } from "./offline.ts";
import { corrections, type CorrectionsWords } from "./corrections.ts";
import { operator, type OperatorWords } from "./operator.ts";
import { growth, type GrowthWords } from "./growth.ts";
import { thinking, type ThinkingWords } from "./thinking.ts";
import { drawing, type DrawingWords } from "./drawing.ts";
import { docs, type DocsWords } from "./docs.ts";
import { history, type HistoryWords } from "./history.ts";

/**
 * Every text that a person reads on our pages, by the view that shows it. A
 * group has a file of its own with all its languages; texts with numbers in
 * them are functions, as plurals and decimals differ.
 */
export interface Words {
  readonly language: Language;
  readonly bars: BarsWords;
  readonly digit: DigitWords;
  readonly figures: FigureWords;
  readonly model: ModelWords;
  readonly page: PageWords;
  readonly problem: ProblemWords;
  readonly result: ResultWords;
  readonly site: SiteWords;
  readonly stages: StagesWords;
  readonly upload: UploadWords;
  readonly verdict: VerdictWords;
  readonly offline: OfflineWords;
  readonly corrections: CorrectionsWords;
  readonly operator: OperatorWords;
  readonly growth: GrowthWords;
  readonly thinking: ThinkingWords;
  readonly drawing: DrawingWords;
  readonly history: HistoryWords;
  readonly docs: DocsWords;
}

/** The table of one language. */
export function wordsOf(language: Language): Words {
  return {
    language,
    bars: bars[language],
    digit: digit[language],
    figures: figures[language],
    model: model[language],
    page: page[language],
    problem: problem[language],
    result: result[language],
    site: site[language],
    stages: stages[language],
    upload: upload[language],
    verdict: verdict[language],
    offline: offline[language],
    corrections: corrections[language],
    operator: operator[language],
    growth: growth[language],
    thinking: thinking[language],
    drawing: drawing[language],
    history: history[language],
    docs: docs[language],
  };
}
