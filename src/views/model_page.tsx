import { layout } from "./layout.tsx";
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
import type { Theme } from "./theme.ts";
import type { Words } from "./words/words.ts";

interface ModelPageProps {
  /** null where there is no report to show. */
  readonly card: ModelCard | null;
  readonly words: Words;
  readonly theme: Theme;
}

/** The model card. */
export function modelPage({ card, words, theme }: ModelPageProps) {
  return layout({
    title: "The model - Inkling",
    path: "/model",
    tagline: "Model card",
    words,
    theme,
    description:
      "What Inkling's network is, how it was trained, how well it reads, and where it fails.",
    head: <link rel="stylesheet" href="/static/model.css" />,
    children: (
      <main class="model">
        {card ? <Card card={card} /> : <NoReport />}
      </main>
    ),
  });
}

function Card({ card }: { readonly card: ModelCard }) {
  const { report, comparison } = card;
  const { evaluation } = report;
  return (
    <>
      <ModelSummary report={report} current={card.current} />
      <ModelUse refusal={evaluation?.refusal} />
      <ModelNetwork report={report} steps={card.steps} />
      {evaluation && evaluation.sets.length > 0 && (
        <ModelSets evaluation={evaluation} />
      )}
      <ModelMistakes
        test={report.test}
        digits={card.digits}
        mistakes={card.mistakes}
      />
      {card.misread.length > 0 && <ModelMisread misread={card.misread} />}
      {evaluation && <ModelConfidence evaluation={evaluation} />}
      <ModelTraining report={report} recipe={card.recipe} />
      {comparison && comparison.families.length > 0 && (
        <ModelFamilies comparison={comparison} />
      )}
    </>
  );
}

function NoReport() {
  return (
    <div class="opening">
      <h1>No report</h1>
      <p class="lead">
        There is no report beside the weights that answer here, or none that can
        be read. “deno task train” and “deno task evaluate” write one.
      </p>
    </div>
  );
}
