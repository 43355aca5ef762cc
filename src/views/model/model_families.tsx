import type { FamilyResult, ModelComparison } from "../../model_comparison.ts";
import { Strips } from "../charts/strips.tsx";
import { Section } from "../site/section.tsx";
import type { FamiliesWords, FamilyText } from "../words/model/families.ts";
import type { Words } from "../words/words.ts";

/** Ends of the scale: the best misread 2 in 1,000, the worst about every other. */
const LOWEST = 0.002;
const HIGHEST = 0.5;
/** Five times as many mistakes from one to the next. */
const TICKS = [0.002, 0.01, 0.05, 0.25];

interface ModelFamiliesProps {
  readonly comparison: ModelComparison;
  readonly words: Words;
}

/** The other ways to read digits, run on the same images. */
export function ModelFamilies({ comparison, words }: ModelFamiliesProps) {
  const { families, date } = comparison;
  const own = words.model.families;
  return (
    <Section id="families" title={own.heading} lead={own.lead(date)}>
      <Strips
        mark="point"
        place={placeOnScale}
        ticks={TICKS}
        strips={families.map((family) => ({
          label: tell(family, own).name,
          misread: 1 - family.accuracy,
          interval: [1 - family.interval[1], 1 - family.interval[0]],
          ours: isOurs(family),
        }))}
        words={words}
      />
      <ul class="families">
        {families.map((family) => (
          <li class={isOurs(family) ? "ours" : undefined}>
            <h3>{tell(family, own).name}</h3>
            <p>{tell(family, own).explanation}</p>
            <FamilyFacts family={family} words={words} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface FamilyFactsProps {
  readonly family: FamilyResult;
  readonly words: Words;
}

function FamilyFacts({ family, words }: FamilyFactsProps) {
  const { images, correct, confused, reference, epochs } = family;
  const { model: { families: own }, figures } = words;
  const facts: [term: string, value: string][] = [
    [own.misread, figures.whole(images - correct)],
    ...(reference === null ? [] : [fact(own.inNotebook, own.right(reference))]),
    [own.parameters, figures.whole(family.parameters)],
    [own.training, own.trained(family.trainingSeconds, epochs)],
    [own.oneImage, figures.milliseconds(family.predictionMs)],
    ...(confused ? [fact(own.mostConfused, own.confused(confused))] : []),
  ];
  return (
    <dl>
      {facts.map(([term, value]) => (
        <>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

function fact(term: string, value: string): [term: string, value: string] {
  return [term, value];
}

/** In the reader's language where the table has it. */
function tell(family: FamilyResult, { told }: FamiliesWords): FamilyText {
  return told[family.id] ?? family;
}

function placeOnScale(misread: number): number {
  return Math.log(Math.max(misread, LOWEST) / LOWEST) /
    Math.log(HIGHEST / LOWEST);
}

function isOurs({ id }: FamilyResult): boolean {
  return id === "inkling";
}
