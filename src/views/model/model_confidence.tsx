import type { Evaluation, Refusal } from "../../model_report.ts";
import { ChartFigure } from "../charts/chart_figure.tsx";
import { shareAxis } from "../charts/axis.ts";
import { LineChart } from "../charts/line_chart.tsx";
import type { Point } from "../charts/plot.tsx";
import { ReliabilityChart } from "../charts/reliability_chart.tsx";
import { Section } from "../site/section.tsx";
import type { Words } from "../words/words.ts";

interface ModelConfidenceProps {
  readonly evaluation: Evaluation;
  readonly words: Words;
}

/** Whether it knows when it does not know. */
export function ModelConfidence({ evaluation, words }: ModelConfidenceProps) {
  const { reliability, expectedCalibrationError, riskCoverage, refusal } =
    evaluation;
  if (!reliability?.length && !riskCoverage?.length && !refusal) return null;
  const own = words.model.confidence;
  return (
    <Section id="confidence" title={own.heading} lead={own.lead}>
      <div class="charts">
        {reliability && reliability.length > 0 && (
          <ChartFigure
            title={own.reliability.title}
            note={own.reliability.note(expectedCalibrationError)}
          >
            <ReliabilityChart bins={reliability} words={words} />
          </ChartFigure>
        )}
        {riskCoverage && riskCoverage.length > 0 && (
          <RiskFigure curve={riskCoverage} words={words} />
        )}
        {refusal && <RefusalFigure refusal={refusal} words={words} />}
      </div>
    </Section>
  );
}

interface RiskFigureProps {
  readonly curve: readonly Point[];
  readonly words: Words;
}

function RiskFigure({ curve, words }: RiskFigureProps) {
  const { model: { confidence: { risk } }, figures } = words;
  const highest = Math.max(0.001, ...curve.map(([, misread]) => misread));
  const [, surest] = curve[0]!;
  const [, all] = curve.at(-1)!;
  const doubtless = curve.findLast(([, misread]) => misread === 0)?.[0] ?? 0;
  return (
    <ChartFigure title={risk.title} note={risk.note(doubtless, all)}>
      <LineChart
        alternative={risk.alternative(surest, all)}
        x={shareAxis(risk.answered, figures)}
        y={shareAxis(risk.misread, figures, highest)}
        points={curve}
      />
    </ChartFigure>
  );
}

/** Nobody would put up with much more: the rest of the curve is left out. */
const SHOWN_DIGITS_REFUSED = 0.1;

interface RefusalFigureProps {
  readonly refusal: Refusal;
  readonly words: Words;
}

function RefusalFigure({ refusal, words }: RefusalFigureProps) {
  const { model: { confidence }, figures } = words;
  const { title, note, alternative, chosen, digits, nonDigits } =
    confidence.refusal;
  const { digitsRefused, nonDigitsRefused, curve } = refusal;
  const shown = Math.max(SHOWN_DIGITS_REFUSED, 1.25 * digitsRefused);
  return (
    <ChartFigure title={title} note={note(nonDigitsRefused, digitsRefused)}>
      <LineChart
        alternative={alternative(nonDigitsRefused, digitsRefused)}
        x={shareAxis(digits, figures, Math.min(1, shown))}
        y={shareAxis(nonDigits, figures)}
        points={curve}
        mark={{
          point: [digitsRefused, nonDigitsRefused],
          meaning: chosen(nonDigitsRefused, digitsRefused),
        }}
      />
    </ChartFigure>
  );
}
