import type { Language, Translated } from "../language.ts";
import { confidence, type ConfidenceWords } from "./confidence.ts";
import { families, type FamiliesWords } from "./families.ts";
import { misread, type MisreadWords } from "./misread.ts";
import { mistakes, type MistakesWords } from "./mistakes.ts";
import { network, type NetworkWords } from "./network.ts";
import { recipe, type RecipeWords } from "./recipe.ts";
import { sets, type SetsWords } from "./sets.ts";
import { strips, type StripsWords } from "./strips.ts";
import { summary, type SummaryWords } from "./summary.ts";
import { training, type TrainingWords } from "./training.ts";
import { use, type UseWords } from "./use.ts";

/** The model card, by its sections. */
export interface ModelWords extends ModelPageWords {
  readonly confidence: ConfidenceWords;
  readonly families: FamiliesWords;
  readonly misread: MisreadWords;
  readonly mistakes: MistakesWords;
  readonly network: NetworkWords;
  readonly recipe: RecipeWords;
  readonly sets: SetsWords;
  readonly strips: StripsWords;
  readonly summary: SummaryWords;
  readonly training: TrainingWords;
  readonly use: UseWords;
}

/** The page around the sections. */
export interface ModelPageWords {
  readonly title: string;
  readonly description: string;
  readonly tagline: string;
  /** In place of the card, where there is no report. */
  readonly noReport: string;
  readonly howToReport: string;
}

const modelPage: Translated<ModelPageWords> = {
  en: {
    title: "The model - Inkling",
    description:
      "What Inkling's network is, how it was trained, how well it reads, and where it fails.",
    tagline: "Model card",
    noReport: "No report",
    howToReport:
      "There is no report beside the weights that answer here, or none that can be read. “deno task train” and “deno task evaluate” write one.",
  },
  ru: {
    title: "Модель - Inkling",
    description:
      "Как устроена сеть Inkling, как её обучали, хорошо ли она читает и где ошибается.",
    tagline: "Карточка модели",
    noReport: "Отчёта нет",
    howToReport:
      "Рядом с весами, которые здесь отвечают, нет отчёта, или его не прочитать. Его пишут «deno task train» и «deno task evaluate».",
  },
};

export const model: Translated<ModelWords> = {
  en: modelIn("en"),
  ru: modelIn("ru"),
};

function modelIn(language: Language): ModelWords {
  return {
    ...modelPage[language],
    confidence: confidence[language],
    families: families[language],
    misread: misread[language],
    mistakes: mistakes[language],
    network: network[language],
    recipe: recipe[language],
    sets: sets[language],
    strips: strips[language],
    summary: summary[language],
    training: training[language],
    use: use[language],
  };
}
