import type { ModelReport } from "../model_report.ts";
import { millions, whole } from "./figures.ts";
import type { NetworkStep } from "./model_card.ts";
import { Section } from "./section.tsx";

interface ModelNetworkProps {
  readonly report: ModelReport;
  readonly steps: readonly NetworkStep[];
}

/** The layers from the picture to the answer, drawn and named. */
export function ModelNetwork({ report, steps }: ModelNetworkProps) {
  return (
    <Section
      id="network"
      title="Network"
      lead={`Each step shrinks the picture and says more about it: ${
        whole(report.parameters)
      } parameters, ${
        millions(report.multiplyAdds)
      } multiply-adds. The squares are drawn to scale, a sheet for every eight channels.`}
    >
      <ol class="layers">
        {steps.map((step) => (
          <li>
            <StepDrawing step={step} />
            <b>{step.name}</b>
            {step.then && <span>{step.then}</span>}
            <span class="shape">{shapeOf(step)}</span>
            {step.parameters > 0 && (
              <span class="faint">{whole(step.parameters)} parameters</span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Units of the drawing, which are pixels on a phone. */
const SIZE = 96;
/** Of the side of a picture, for each pixel. */
const SCALE = 3;
const SHEET_CHANNELS = 8;
/** From sheet to sheet. */
const SHIFT = 4;

function StepDrawing({ step }: { readonly step: NetworkStep }) {
  const flat = step.height === 1 && step.width === 1;
  return (
    <svg
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      role="img"
      aria-label={`${step.name}: ${shapeOf(step)}`}
    >
      {flat ? <Outputs count={step.channels} /> : <Sheets step={step} />}
    </svg>
  );
}

/** A stack of square sheets, the last in front. */
function Sheets({ step }: { readonly step: NetworkStep }) {
  const sheets = Math.max(1, Math.round(step.channels / SHEET_CHANNELS));
  const width = step.width * SCALE;
  const height = step.height * SCALE;
  const spread = (sheets - 1) * SHIFT;
  return (
    <>
      {Array.from({ length: sheets }, (_, sheet) => (
        <rect
          x={((SIZE - width - spread) / 2 + sheet * SHIFT).toFixed(1)}
          y={((SIZE - height - spread) / 2 + sheet * SHIFT).toFixed(1)}
          width={width.toFixed(1)}
          height={height.toFixed(1)}
          rx="2"
        />
      ))}
    </>
  );
}

/** One dot an output, in a column. */
function Outputs({ count }: { readonly count: number }) {
  const gap = SIZE / (count + 1);
  return (
    <>
      {Array.from({ length: count }, (_, output) => (
        <circle
          cx={SIZE / 2}
          cy={(gap * (output + 1)).toFixed(1)}
          r={(gap / 2.6).toFixed(1)}
        />
      ))}
    </>
  );
}

function shapeOf({ height, width, channels }: NetworkStep): string {
  return height === 1 && width === 1
    ? `${channels} numbers`
    : `${height} × ${width} × ${channels}`;
}
