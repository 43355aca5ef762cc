import type { Refusal } from "../../model_report.ts";
import { Section } from "../site/section.tsx";
import type { UseWords } from "../words/model/use.ts";

interface ModelUseProps {
  readonly refusal: Refusal | undefined;
  readonly words: UseWords;
}

/** What the model is for, what not, and what is known to go wrong. */
export function ModelUse({ refusal, words }: ModelUseProps) {
  const limits = [...words.before, words.refusal(refusal), ...words.after];
  return (
    <Section id="use" title={words.heading}>
      <div class="columns">
        {[words.madeFor, words.notMadeFor].map(({ heading, text }) => (
          <div>
            <h3>{heading}</h3>
            <p>{text}</p>
          </div>
        ))}
      </div>
      <h3>{words.limits}</h3>
      <ul class="limits">
        {limits.map((limit) => <li>{limit}</li>)}
      </ul>
    </Section>
  );
}
