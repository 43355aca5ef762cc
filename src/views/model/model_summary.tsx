import type { ModelReport } from "../../model_report.ts";
import type { FactWords } from "../words/model/summary.ts";
import type { Words } from "../words/words.ts";

interface ModelSummaryProps {
  readonly report: ModelReport;
  /** Whether the weights that answer are the ones of the report. */
  readonly current: boolean;
  readonly words: Words;
}

/** What the model is, and its figures at a glance. */
export function ModelSummary({ report, current, words }: ModelSummaryProps) {
  const { test, seeds, version, date } = report;
  const { model: { summary }, figures } = words;
  const { whole, millions, share } = figures;
  const accuracies = (seeds ?? []).map(({ accuracy }) => accuracy);
  return (
    <div class="opening">
      <h1>{summary.heading}</h1>
      <p class="lead">{summary.lead}</p>
      <p class="version">
        {summary.version} {version}
        {summary.of}
        <time datetime={date}>{figures.day(date)}</time>
        {!current && <strong>{summary.otherWeights}</strong>}
      </p>
      <dl class="facts">
        <Fact
          words={summary.accuracy(test.interval)}
          value={share(test.accuracy)}
        />
        <Fact
          words={summary.misread(test.images)}
          value={whole(test.images - test.correct)}
        />
        {accuracies.length > 1 && (
          <Fact
            words={summary.seeds(accuracies)}
            value={share(mean(accuracies))}
          />
        )}
        <Fact words={summary.parameters} value={whole(report.parameters)} />
        <Fact words={summary.work} value={millions(report.multiplyAdds)} />
      </dl>
    </div>
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

interface FactProps {
  readonly words: FactWords;
  readonly value: string;
}

function Fact({ words, value }: FactProps) {
  return (
    <div>
      <dt>{words.term}</dt>
      <dd>
        <b>{value}</b> <span>{words.note}</span>
      </dd>
    </div>
  );
}
