import type { DigitScore, Mistake } from "../confusion.ts";
import type { ModelReport } from "../model_report.ts";
import { ConfusionChart } from "./charts/confusion_chart.tsx";
import { share, whole } from "./figures.ts";
import { Section } from "./section.tsx";

interface ModelMistakesProps {
  readonly test: ModelReport["test"];
  readonly digits: readonly DigitScore[];
  /** Most frequent first. */
  readonly mistakes: readonly Mistake[];
}

/** As many pairs as tell what goes wrong. */
const SHOWN_MISTAKES = 8;

/** Which digits are taken for which. */
export function ModelMistakes(
  { test, digits, mistakes }: ModelMistakesProps,
) {
  return (
    <Section
      id="mistakes"
      title="Mistakes"
      lead={`What the ${
        whole(test.images)
      } test images of MNIST were read as. Blue is right; the stronger the red, the more often one digit was taken for another.`}
    >
      <div class="mistakes">
        <ConfusionChart confusion={test.confusion} />
        <div>
          <h3>Most confused</h3>
          <Pairs mistakes={mistakes.slice(0, SHOWN_MISTAKES)} />
        </div>
        <DigitTable digits={digits} />
      </div>
    </Section>
  );
}

function Pairs({ mistakes }: { readonly mistakes: readonly Mistake[] }) {
  if (mistakes.length === 0) return <p>No image was misread.</p>;
  return (
    <ol class="pairs">
      {mistakes.map(({ truth, read, count }) => (
        <li>
          <b>{truth}</b> read as <b>{read}</b>
          <span>{count === 1 ? "once" : `${count} times`}</span>
        </li>
      ))}
    </ol>
  );
}

function DigitTable({ digits }: { readonly digits: readonly DigitScore[] }) {
  return (
    <table>
      <caption>
        Of what was read as a digit, the share that is one (precision); of the
        images of a digit, the share that was read as it (recall).
      </caption>
      <thead>
        <tr>
          <th scope="col">Digit</th>
          <th scope="col">Images</th>
          <th scope="col">Precision</th>
          <th scope="col">Recall</th>
        </tr>
      </thead>
      <tbody>
        {digits.map(({ digit, images, precision, recall }) => (
          <tr>
            <th scope="row">{digit}</th>
            <td>{whole(images)}</td>
            <td>{orDash(precision)}</td>
            <td>{orDash(recall)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function orDash(value: number | null): string {
  return value === null ? "–" : share(value);
}
