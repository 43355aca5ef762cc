import type { CurvePoint, ModelReport, SeedResult } from "../model_report.ts";
import { ChartFigure } from "./chart_figure.tsx";
import { plainAxis, shareAxis } from "./charts/axis.ts";
import { LineChart } from "./charts/line_chart.tsx";
import { duration, share, whole } from "./figures.ts";
import type { Setting } from "./model_card.ts";
import { Section } from "./section.tsx";

interface ModelTrainingProps {
  readonly report: ModelReport;
  readonly recipe: readonly Setting[];
}

/** How the weights were made. */
export function ModelTraining({ report, recipe }: ModelTrainingProps) {
  const { curve, seeds, trainingSeconds } = report;
  if (!curve?.length && !seeds?.length && recipe.length === 0) return null;
  return (
    <Section
      id="training"
      title="Training"
      lead={trainingSeconds === undefined
        ? undefined
        : `Trained from random weights in ${
          duration(trainingSeconds)
        }, on MNIST and what was made from it.`}
    >
      {curve && curve.length > 0 && <Curves curve={curve} />}
      <div class="columns">
        {recipe.length > 0 && (
          <div>
            <h3>Recipe</h3>
            <dl class="recipe">
              {recipe.map(({ name, value }) => (
                <div>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </div>
        )}
        {seeds && seeds.length > 0 && <Seeds seeds={seeds} />}
      </div>
    </Section>
  );
}

function Curves({ curve }: { readonly curve: readonly CurvePoint[] }) {
  const last = curve.at(-1)!;
  const x = plainAxis("Epoch", Math.max(1, last.epoch));
  const worst = Math.max(
    ...curve.map(({ validationError }) => validationError),
  );
  const loss = Math.max(...curve.map(({ loss }) => loss));
  return (
    <div class="charts">
      <ChartFigure
        title="In training"
        note="Mean cross-entropy on the training images, which are bent and blurred anew in every epoch: it stays above 0 for that, and for the smoothed labels."
      >
        <LineChart
          alternative={`Training loss falls from ${
            curve[0]!.loss.toFixed(2)
          } to ${last.loss.toFixed(2)} over ${last.epoch} epochs.`}
          x={x}
          y={plainAxis("Loss", Math.max(loss, 0.01))}
          points={curve.map(({ epoch, loss }) => [epoch, loss])}
        />
      </ChartFigure>
      <ChartFigure
        title="In validation"
        note={`Share of the images held out that was misread after each epoch; ${
          share(last.validationError)
        } at the end.`}
      >
        <LineChart
          alternative={`Validation images misread fall from ${
            share(curve[0]!.validationError)
          } to ${share(last.validationError)} over ${last.epoch} epochs.`}
          x={x}
          y={shareAxis("Misread", Math.max(worst, 0.001))}
          points={curve.map((
            { epoch, validationError },
          ) => [epoch, validationError])}
        />
      </ChartFigure>
    </div>
  );
}

function Seeds({ seeds }: { readonly seeds: readonly SeedResult[] }) {
  return (
    <div>
      <h3>The same from other starts</h3>
      <table>
        <caption>
          Random weights to start from decide a little of the result: the recipe
          is judged by several.
        </caption>
        <thead>
          <tr>
            <th scope="col">Seed</th>
            <th scope="col">MNIST test</th>
            <th scope="col">Misread</th>
            <th scope="col">Training</th>
          </tr>
        </thead>
        <tbody>
          {seeds.map(({ seed, accuracy, errors, trainingSeconds }) => (
            <tr>
              <th scope="row">{seed}</th>
              <td>{share(accuracy)}</td>
              <td>{whole(errors)}</td>
              <td>{duration(trainingSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
