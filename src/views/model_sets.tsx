import type { Evaluation, SetResult } from "../model_report.ts";
import { shareAxis } from "./charts/axis.ts";
import { Strips } from "./charts/strips.tsx";
import { whole } from "./figures.ts";
import { Section } from "./section.tsx";

const KINDS = {
  mnist: "",
  development: "development",
  unseen: "unseen",
} as const;

/** How the whole way from the picture to the answer does on each set. */
export function ModelSets(
  { evaluation }: { readonly evaluation: Evaluation },
) {
  const { sets } = evaluation;
  const axis = shareAxis(
    "",
    Math.max(0.001, ...sets.map(({ interval }) => 1 - interval[0])),
  );
  return (
    <Section
      id="sets"
      title="Accuracy"
      lead={`Pictures of many kinds, read as the service reads them, on ${evaluation.date}. Bars are the share misread, the shorter the better, thin lines the 95% interval. Development sets were steered by; unseen ones were looked at only to report.`}
    >
      <Strips
        mark="bar"
        place={(misread) => misread / axis.high}
        ticks={axis.ticks}
        strips={sets.map((set) => ({
          label: set.name,
          note: noteOf(set),
          misread: 1 - set.accuracy,
          interval: [1 - set.interval[1], 1 - set.interval[0]],
          ours: set.kind === "unseen",
        }))}
      />
    </Section>
  );
}

function noteOf({ kind, images }: SetResult): string {
  const pictures = `${whole(images)} pictures`;
  return KINDS[kind] ? `${KINDS[kind]}, ${pictures}` : pictures;
}
