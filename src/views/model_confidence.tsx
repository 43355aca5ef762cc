import type { Evaluation, Refusal } from "../model_report.ts";
import { ChartFigure } from "./chart_figure.tsx";
import { shareAxis } from "./charts/axis.ts";
import { LineChart } from "./charts/line_chart.tsx";
import type { Point } from "./charts/plot.tsx";
import { ReliabilityChart } from "./charts/reliability_chart.tsx";
import { share } from "./figures.ts";
import { Section } from "./section.tsx";

/** Whether it knows when it does not know. */
export function ModelConfidence(
  { evaluation }: { readonly evaluation: Evaluation },
) {
  const { reliability, expectedCalibrationError, riskCoverage, refusal } =
    evaluation;
  if (!reliability?.length && !riskCoverage?.length && !refusal) return null;
  return (
    <Section
      id="confidence"
      title="Confidence and refusal"
      lead="A reading comes with how sure it is, and may be refused. Both are worth only as much as they can be trusted."
    >
      <div class="charts">
        {reliability && reliability.length > 0 && (
          <ChartFigure
            title="Does it mean what it says?"
            note={
              <>
                Answers by their confidence; the larger a dot, the more there
                are. On the dashed line, 90% sure is right nine times in ten.
                {expectedCalibrationError !== undefined &&
                  ` In the mean it is off by ${
                    share(expectedCalibrationError)
                  } (expected calibration error).`}
              </>
            }
          >
            <ReliabilityChart bins={reliability} />
          </ChartFigure>
        )}
        {riskCoverage && riskCoverage.length > 0 && (
          <RiskFigure curve={riskCoverage} />
        )}
        {refusal && <RefusalFigure refusal={refusal} />}
      </div>
    </Section>
  );
}

function RiskFigure({ curve }: { readonly curve: readonly Point[] }) {
  const highest = Math.max(0.001, ...curve.map(([, risk]) => risk));
  const [, all] = curve.at(-1)!;
  const doubtless = curve.findLast(([, risk]) => risk === 0)?.[0] ?? 0;
  return (
    <ChartFigure
      title="What doubt saves"
      note={`When only the surest readings are given: the further left, the fewer are. ${
        doubtless > 0
          ? `The surest ${share(doubtless, 0)} are all right`
          : "Even among the surest there are mistakes"
      }; of all, ${share(all)} are misread.`}
    >
      <LineChart
        alternative={`Share misread over the share answered, from ${
          share(curve[0]![1])
        } among the surest to ${share(all)} of all.`}
        x={shareAxis("Answered, the surest first")}
        y={shareAxis("Misread", highest)}
        points={curve}
      />
    </ChartFigure>
  );
}

/** Nobody would put up with much more: the rest of the curve is left out. */
const SHOWN_DIGITS_REFUSED = 0.1;

function RefusalFigure({ refusal }: { readonly refusal: Refusal }) {
  const { digitsRefused, nonDigitsRefused, curve } = refusal;
  const shown = Math.max(SHOWN_DIGITS_REFUSED, 1.25 * digitsRefused);
  const chosen = `${share(nonDigitsRefused, 1)} of non-digits refused, and ${
    share(digitsRefused, 1)
  } of digits`;
  return (
    <ChartFigure
      title="What is no digit"
      note={`Letters, signs and doodles refused, over the digits that are refused with them. The dot is where Inkling stands: ${chosen}.`}
    >
      <LineChart
        alternative={`Non-digits refused over digits refused. Chosen: ${chosen}.`}
        x={shareAxis("Digits refused", Math.min(1, shown))}
        y={shareAxis("Non-digits refused")}
        points={curve}
        mark={{ point: [digitsRefused, nonDigitsRefused], meaning: chosen }}
      />
    </ChartFigure>
  );
}
