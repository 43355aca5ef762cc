import { layout } from "../site/layout.tsx";
import type { ModelCard } from "./model_card.ts";
import { ModelConfidence } from "./model_confidence.tsx";
import { ModelFamilies } from "./model_families.tsx";
import { ModelMisread } from "./model_misread.tsx";
import { ModelMistakes } from "./model_mistakes.tsx";
import { ModelNetwork } from "./model_network.tsx";
import { ModelSets } from "./model_sets.tsx";
import { ModelSummary } from "./model_summary.tsx";
import { ModelTraining } from "./model_training.tsx";
import { ModelUse } from "./model_use.tsx";
import type { Theme } from "../site/theme.ts";
import type { Words } from "../words/words.ts";

interface ModelPageProps {
  /** null where there is no report to show. */
  readonly card: ModelCard | null;
  /** Of its address. */
  readonly query: string;
  readonly words: Words;
  readonly theme: Theme;
}

/** The model card. */
export function modelPage({ card, query, words, theme }: ModelPageProps) {
  const { title, description, tagline } = words.model;
  return layout({
    title,
    description,
    path: "/model",
    query,
    tagline,
    words,
    theme,
    head: (
      <>
        <link rel="stylesheet" href="/static/model.css" />
        <link rel="stylesheet" href="/static/charts.css" />
      </>
    ),
    children: (
      <main class="model">
        {card ? <Card card={card} words={words} /> : <NoReport words={words} />}
      </main>
    ),
  });
}

interface CardProps {
  readonly card: ModelCard;
  readonly words: Words;
}

function Card({ card, words }: CardProps) {
  const { report, comparison } = card;
  const { evaluation } = report;
  return (
    <>
      <ModelSummary report={report} current={card.current} words={words} />
      <ModelUse refusal={evaluation?.refusal} words={words.model.use} />
      <ModelNetwork
        report={report}
        steps={card.steps}
        words={words.model.network}
      />
      {evaluation && evaluation.sets.length > 0 && (
        <ModelSets evaluation={evaluation} words={words} />
      )}
      <ModelMistakes
        test={report.test}
        digits={card.digits}
        mistakes={card.mistakes}
        words={words}
      />
      {card.misread.length > 0 && (
        <ModelMisread misread={card.misread} words={words.model.misread} />
      )}
      {evaluation && <ModelConfidence evaluation={evaluation} words={words} />}
      <ModelTraining report={report} words={words} />
      {comparison && comparison.families.length > 0 && (
        <ModelFamilies comparison={comparison} words={words} />
      )}
    </>
  );
}

function NoReport({ words }: { readonly words: Words }) {
  return (
    <div class="opening">
      <h1>{words.model.noReport}</h1>
      <p class="lead">{words.model.howToReport}</p>
    </div>
  );
}
