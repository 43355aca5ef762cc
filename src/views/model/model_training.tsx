import type {
  CurvePoint,
  ModelReport,
  SeedResult,
} from "../../model_report.ts";
import { ChartFigure } from "../charts/chart_figure.tsx";
import { type Axis, plainAxis, shareAxis } from "../charts/axis.ts";
import { LineChart } from "../charts/line_chart.tsx";
import { type Setting, tellRecipe } from "./recipe.ts";
import { Section } from "../site/section.tsx";
import type { CurveWords } from "../words/model/training.ts";
import type { Words } from "../words/words.ts";

interface ModelTrainingProps {
  readonly report: ModelReport;
  readonly words: Words;
}

/** How the weights were made. */
export function ModelTraining({ report, words }: ModelTrainingProps) {
  const { curve, seeds, trainingSeconds } = report;
  const { training, recipe } = words.model;
  const settings = tellRecipe(report.recipe ?? {}, recipe);
  if (!curve?.length && !seeds?.length && settings.length === 0) return null;
  return (
    <Section
      id="training"
      title={training.heading}
      lead={trainingSeconds === undefined
        ? undefined
        : training.lead(trainingSeconds)}
    >
      {curve && curve.length > 0 && <Curves curve={curve} words={words} />}
      <div class="columns">
        {settings.length > 0 && (
          <Recipe heading={training.recipe} settings={settings} />
        )}
        {seeds && seeds.length > 0 && <Seeds seeds={seeds} words={words} />}
      </div>
    </Section>
  );
}

interface CurvesProps {
  readonly curve: readonly CurvePoint[];
  readonly words: Words;
}

function Curves({ curve, words }: CurvesProps) {
  const { model: { training }, figures } = words;
  const loss = curve.map(({ loss }) => loss);
  const errors = curve.map(({ validationError }) => validationError);
  const epochs = curve.map(({ epoch }) => epoch);
  const x = plainAxis(training.epoch, figures, Math.max(1, ...epochs));
  const highestLoss = Math.max(0.01, ...loss);
  const highestError = Math.max(0.001, ...errors);
  return (
    <div class="charts">
      <Curve
        words={training.loss}
        x={x}
        y={plainAxis(training.loss.axis, figures, highestLoss)}
        epochs={epochs}
        values={loss}
      />
      <Curve
        words={training.validation}
        x={x}
        y={shareAxis(training.validation.axis, figures, highestError)}
        epochs={epochs}
        values={errors}
      />
    </div>
  );
}

interface CurveProps {
  readonly words: CurveWords;
  readonly x: Axis;
  readonly y: Axis;
  /** Ascending. */
  readonly epochs: readonly number[];
  /** One an epoch. */
  readonly values: readonly number[];
}

function Curve({ words, x, y, epochs, values }: CurveProps) {
  const last = values.at(-1)!;
  return (
    <ChartFigure title={words.title} note={words.note(last)}>
      <LineChart
        alternative={words.alternative(values[0]!, last, epochs.at(-1)!)}
        x={x}
        y={y}
        points={values.map((value, i) => [epochs[i]!, value])}
      />
    </ChartFigure>
  );
}

interface RecipeProps {
  readonly heading: string;
  readonly settings: readonly Setting[];
}

function Recipe({ heading, settings }: RecipeProps) {
  return (
    <div>
      <h3>{heading}</h3>
      <dl class="recipe">
        {settings.map(({ name, value }) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface SeedsProps {
  readonly seeds: readonly SeedResult[];
  readonly words: Words;
}

function Seeds({ seeds, words }: SeedsProps) {
  const { model: { training: { seeds: own } }, figures } = words;
  return (
    <div>
      <h3>{own.heading}</h3>
      <table>
        <caption>{own.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{own.seed}</th>
            <th scope="col">{own.accuracy}</th>
            <th scope="col">{own.misread}</th>
            <th scope="col">{own.training}</th>
          </tr>
        </thead>
        <tbody>
          {seeds.map(({ seed, accuracy, errors, trainingSeconds }) => (
            <tr>
              <th scope="row">{seed}</th>
              <td>{figures.share(accuracy)}</td>
              <td>{figures.whole(errors)}</td>
              <td>{figures.duration(trainingSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
