import type { Child } from "hono/jsx";
import type { ModelReport, SeedResult } from "../model_report.ts";
import { interval, millions, share, whole } from "./figures.ts";

interface ModelSummaryProps {
  readonly report: ModelReport;
  /** Whether the weights that answer are the ones of the report. */
  readonly current: boolean;
}

/** What the model is, and its figures at a glance. */
export function ModelSummary({ report, current }: ModelSummaryProps) {
  const { test, seeds } = report;
  return (
    <div class="opening">
      <h1>The network that reads your digits</h1>
      <p class="lead">
        A small convolutional network, trained from scratch and run by an engine
        written for it. This page says what it is, how well it reads, and where
        it fails.
      </p>
      <p class="version">
        Version {report.version}, of <time>{report.date}</time>
        {!current && (
          <strong>
            . The weights that answer here are other ones: what follows is not
            about them.
          </strong>
        )}
      </p>
      <dl class="facts">
        <Fact term="MNIST test" value={share(test.accuracy)}>
          read right, 95% interval {interval(test.interval)}
        </Fact>
        <Fact term="Misread" value={whole(test.images - test.correct)}>
          of {whole(test.images)} images
        </Fact>
        {seeds && seeds.length > 1 && <SeedFact seeds={seeds} />}
        <Fact term="Parameters" value={whole(report.parameters)}>
          numbers learned
        </Fact>
        <Fact term="Work" value={millions(report.multiplyAdds)}>
          multiply-adds a digit
        </Fact>
      </dl>
    </div>
  );
}

function SeedFact({ seeds }: { readonly seeds: readonly SeedResult[] }) {
  const accuracies = seeds.map(({ accuracy }) => accuracy);
  const mean = accuracies.reduce((sum, value) => sum + value, 0) /
    accuracies.length;
  return (
    <Fact term={`Mean of ${seeds.length} seeds`} value={share(mean)}>
      from {share(Math.min(...accuracies))} to {share(Math.max(...accuracies))}
    </Fact>
  );
}

interface FactProps {
  readonly term: string;
  readonly value: string;
  readonly children: Child;
}

function Fact({ term, value, children }: FactProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <b>{value}</b> <span>{children}</span>
      </dd>
    </div>
  );
}
