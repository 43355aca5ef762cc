import type { Evaluation } from "../../model_report.ts";
import { shareAxis } from "../charts/axis.ts";
import { Strips } from "../charts/strips.tsx";
import { Section } from "../site/section.tsx";
import type { Words } from "../words/words.ts";

interface ModelSetsProps {
  readonly evaluation: Evaluation;
  readonly words: Words;
}

/** How the whole way from the picture to the answer does on each set. */
export function ModelSets({ evaluation, words }: ModelSetsProps) {
  const { sets, date } = evaluation;
  const { heading, lead, names, note } = words.model.sets;
  const worst = Math.max(...sets.map(({ interval }) => 1 - interval[0]));
  const axis = shareAxis("", words.figures, Math.max(0.001, worst));
  return (
    <Section id="sets" title={heading} lead={lead(date)}>
      <Strips
        mark="bar"
        place={(misread) => misread / axis.high}
        ticks={axis.ticks}
        strips={sets.map(({ name, kind, images, accuracy, interval }) => ({
          label: names[name] ?? name,
          note: note(kind, images),
          misread: 1 - accuracy,
          interval: [1 - interval[1], 1 - interval[0]],
          ours: kind === "unseen",
        }))}
        words={words}
      />
    </Section>
  );
}
