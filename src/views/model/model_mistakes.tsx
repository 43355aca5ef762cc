import type { DigitScore, Mistake } from "../../confusion.ts";
import type { ModelReport } from "../../model_report.ts";
import { ConfusionChart } from "../charts/confusion_chart.tsx";
import { Section } from "../site/section.tsx";
import type { MistakesWords } from "../words/model/mistakes.ts";
import type { Words } from "../words/words.ts";

interface ModelMistakesProps {
  readonly test: ModelReport["test"];
  readonly digits: readonly DigitScore[];
  /** Most frequent first. */
  readonly mistakes: readonly Mistake[];
  readonly words: Words;
}

/** As many pairs as tell what goes wrong. */
const SHOWN_MISTAKES = 8;

/** Which digits are taken for which. */
export function ModelMistakes(
  { test, digits, mistakes, words }: ModelMistakesProps,
) {
  const own = words.model.mistakes;
  return (
    <Section id="mistakes" title={own.heading} lead={own.lead(test.images)}>
      <div class="mistakes">
        <ConfusionChart confusion={test.confusion} words={own} />
        <div>
          <h3>{own.pairs}</h3>
          <Pairs mistakes={mistakes.slice(0, SHOWN_MISTAKES)} words={own} />
        </div>
        <DigitTable digits={digits} words={words} />
      </div>
    </Section>
  );
}

interface PairsProps {
  readonly mistakes: readonly Mistake[];
  readonly words: MistakesWords;
}

function Pairs({ mistakes, words }: PairsProps) {
  if (mistakes.length === 0) return <p>{words.noPairs}</p>;
  return (
    <ol class="pairs">
      {mistakes.map(({ truth, read, count }) => (
        <li>
          <b>{truth}</b> {words.readAs} <b>{read}</b>
          <span>{words.times(count)}</span>
        </li>
      ))}
    </ol>
  );
}

interface DigitTableProps {
  readonly digits: readonly DigitScore[];
  readonly words: Words;
}

function DigitTable({ digits, words }: DigitTableProps) {
  const { model: { mistakes }, figures } = words;
  const orDash = (value: number | null) =>
    value === null ? "–" : figures.share(value);
  return (
    <table>
      <caption>{mistakes.table}</caption>
      <thead>
        <tr>
          <th scope="col">{mistakes.digit}</th>
          <th scope="col">{mistakes.images}</th>
          <th scope="col">{mistakes.precision}</th>
          <th scope="col">{mistakes.recall}</th>
        </tr>
      </thead>
      <tbody>
        {digits.map(({ digit, images, precision, recall }) => (
          <tr>
            <th scope="row">{digit}</th>
            <td>{figures.whole(images)}</td>
            <td>{orDash(precision)}</td>
            <td>{orDash(recall)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
