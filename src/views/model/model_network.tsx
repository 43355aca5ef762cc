import type { ModelReport } from "../../model_report.ts";
import type { NetworkStep } from "./model_card.ts";
import { Section } from "../site/section.tsx";
import type { NetworkWords } from "../words/model/network.ts";

interface ModelNetworkProps {
  readonly report: ModelReport;
  readonly steps: readonly NetworkStep[];
  readonly words: NetworkWords;
}

/** The layers from the picture to the answer, drawn and named. */
export function ModelNetwork({ report, steps, words }: ModelNetworkProps) {
  return (
    <Section
      id="network"
      title={words.heading}
      lead={words.lead(report.parameters, report.multiplyAdds)}
    >
      <ol class="layers">
        {steps.map((step) => <Step step={step} words={words} />)}
      </ol>
    </Section>
  );
}

interface StepProps {
  readonly step: NetworkStep;
  readonly words: NetworkWords;
}

function Step({ step, words }: StepProps) {
  const { layer, then, parameters } = step;
  const name = layer === null ? words.picture : words.layer(layer);
  const shape = shapeOf(step, words);
  return (
    <li>
      <StepDrawing step={step} label={`${name}: ${shape}`} />
      <b>{name}</b>
      {then.length > 0 && <span>{then.map(words.layer).join(", ")}</span>}
      <span class="shape">{shape}</span>
      {parameters > 0 && (
        <span class="faint">{words.parameters(parameters)}</span>
      )}
    </li>
  );
}

/** Units of the drawing, which are pixels on a phone. */
const SIZE = 96;
/** Of the side of a picture, for each pixel. */
const SCALE = 3;
const SHEET_CHANNELS = 8;
/** From sheet to sheet. */
const SHIFT = 4;

interface StepDrawingProps {
  readonly step: NetworkStep;
  readonly label: string;
}

function StepDrawing({ step, label }: StepDrawingProps) {
  const flat = step.height === 1 && step.width === 1;
  return (
    <svg
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      role="img"
      aria-label={label}
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

function shapeOf(
  { height, width, channels }: NetworkStep,
  words: NetworkWords,
): string {
  return height === 1 && width === 1
    ? words.numbers(channels)
    : `${height} × ${width} × ${channels}`;
}
