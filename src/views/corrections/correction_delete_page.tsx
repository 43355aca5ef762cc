import type { CorrectionFilter } from "../../corrections/correction.ts";
import { CorrectionCard, type ListedCorrection } from "./correction_card.tsx";
import { filterFields, queryOf } from "./correction_field.ts";
import { HiddenFields } from "./correction_filter_form.tsx";
import { operatorPage } from "./operator_page.tsx";
import type { Theme } from "../site/theme.ts";
import type { Words } from "../words/words.ts";

interface CorrectionDeleteProps {
  /** Those that were ticked; null for all that meet the filter. */
  readonly ids: readonly number[] | null;
  /** What was listed, to go back to; with `upTo` where all are meant. */
  readonly filter: CorrectionFilter;
  readonly count: number;
  /** The first of them. */
  readonly corrections: readonly ListedCorrection[];
  readonly isSignedIn: boolean;
  readonly words: Words;
  readonly theme: Theme;
}

/** Asks whether to delete for ever. */
export function correctionDeletePage(
  props: CorrectionDeleteProps,
) {
  const { ids, filter, count, corrections, isSignedIn, words, theme } = props;
  const own = words.operator;
  const { upTo: _, ...listed } = filter;
  const query = queryOf(filterFields(listed));
  return operatorPage({
    title: own.deleteTitle,
    query,
    isSignedIn,
    words,
    theme,
    children: (
      <form action="/corrections/delete" method="post">
        <p>
          <b>{own.deleteQuestion(count)}.</b> {own.deleteForEver}
        </p>
        <HiddenFields
          fields={[
            ...filterFields(filter),
            ["what", ids ? "selected" : "all"],
            ...(ids ?? []).map((id): [string, string] => ["id", String(id)]),
            ["confirmed", "yes"],
          ]}
        />
        <div class="operator-row">
          <button type="submit">{own.delete}</button>
          <a href={`/corrections${query}`}>{own.cancel}</a>
        </div>
        <div class="correction-cards">
          {corrections.map((correction) => (
            <CorrectionCard
              correction={correction}
              isChoice={false}
              words={words}
            />
          ))}
        </div>
      </form>
    ),
  });
}
