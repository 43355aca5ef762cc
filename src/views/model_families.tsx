import type { FamilyResult, ModelComparison } from "../model_comparison.ts";
import { Strips } from "./charts/strips.tsx";
import { duration, milliseconds, share, whole } from "./figures.ts";
import { Section } from "./section.tsx";

/** Ends of the scale: the best misread 2 in 1,000, the worst about every other. */
const LOWEST = 0.002;
const HIGHEST = 0.5;
/** Five times as many mistakes from one to the next. */
const TICKS = [0.002, 0.01, 0.05, 0.25];

/** The other ways to read digits, run on the same images. */
export function ModelFamilies(
  { comparison }: { readonly comparison: ModelComparison },
) {
  const { families } = comparison;
  return (
    <Section
      id="families"
      title="The families that lost"
      lead={`Six other ways to read digits, which a well-known notebook compares, run anew on the same images on ${comparison.date}. Points are the share misread on the MNIST test set, lines the 95% interval. The scale is logarithmic: each line is five times as many mistakes as the one before.`}
    >
      <Strips
        mark="point"
        place={placeOnScale}
        ticks={TICKS}
        strips={families.map((family) => ({
          label: family.name,
          misread: 1 - family.accuracy,
          interval: [1 - family.interval[1], 1 - family.interval[0]],
          ours: isOurs(family),
        }))}
      />
      <ul class="families">
        {families.map((family) => (
          <li class={isOurs(family) ? "ours" : undefined}>
            <h3>{family.name}</h3>
            <p>{family.explanation}</p>
            <FamilyFacts family={family} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function FamilyFacts({ family }: { readonly family: FamilyResult }) {
  const { confused, reference, epochs } = family;
  return (
    <dl>
      <dt>Misread</dt>
      <dd>{whole(family.images - family.correct)}</dd>
      {reference !== null && (
        <>
          <dt>In the notebook</dt>
          <dd>{share(reference, 1)} right</dd>
        </>
      )}
      <dt>Parameters</dt>
      <dd>{whole(family.parameters)}</dd>
      <dt>Training</dt>
      <dd>
        {duration(family.trainingSeconds)}
        {epochs !== null && `, ${epochs} epochs`}
      </dd>
      <dt>One image</dt>
      <dd>{milliseconds(family.predictionMs)}</dd>
      {confused && (
        <>
          <dt>Most confused</dt>
          <dd>
            {confused.truth} as {confused.read}, {whole(confused.count)} times
          </dd>
        </>
      )}
    </dl>
  );
}

function placeOnScale(misread: number): number {
  return Math.log(Math.max(misread, LOWEST) / LOWEST) /
    Math.log(HIGHEST / LOWEST);
}

function isOurs({ id }: FamilyResult): boolean {
  return id === "inkling";
}
