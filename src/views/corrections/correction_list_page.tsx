import type { CorrectionFilter } from "../../corrections/correction.ts";
import { CorrectionCard, type ListedCorrection } from "./correction_card.tsx";
import { filterFields, queryOf } from "./correction_field.ts";
import {
  CorrectionFilterForm,
  HiddenFilter,
} from "./correction_filter_form.tsx";
import { operatorPage } from "./operator_page.tsx";
import type { Theme } from "../site/theme.ts";
import type { OperatorWords } from "../words/operator.ts";
import type { Words } from "../words/words.ts";

interface CorrectionListProps {
  readonly filter: CorrectionFilter;
  /** Of its address, which has the filter and the page. */
  readonly query: string;
  readonly corrections: readonly ListedCorrection[];
  /** All that meet the filter. */
  readonly count: number;
  /** Counted from 1. */
  readonly page: number;
  readonly pages: number;
  /** How many were deleted just before; null where none were. */
  readonly deleted: number | null;
  readonly isSignedIn: boolean;
  readonly words: Words;
  readonly theme: Theme;
}

/** What is stored, newest first, with all that can be done with it. */
export function correctionListPage(props: CorrectionListProps) {
  const { filter, query, count, deleted, isSignedIn, words, theme } = props;
  const own = words.operator;
  return operatorPage({
    title: own.title,
    query,
    isSignedIn,
    words,
    theme,
    children: (
      <>
        {deleted !== null && <p role="status">{own.deleted(deleted)}</p>}
        <CorrectionFilterForm filter={filter} words={own} />
        {count === 0 ? <p>{own.nothing}</p> : <List {...props} />}
      </>
    ),
  });
}

function List(
  { filter, corrections, count, page, pages, words }: CorrectionListProps,
) {
  const own = words.operator;
  return (
    <>
      <div class="operator-row">
        <p>{own.found(count)}</p>
        <Downloads filter={filter} words={own} />
      </div>
      <form action="/corrections/delete" method="post">
        <HiddenFilter filter={filter} />
        <div class="correction-cards">
          {corrections.map((correction) => (
            <CorrectionCard correction={correction} isChoice words={words} />
          ))}
        </div>
        {pages > 1 && (
          <Pages filter={filter} page={page} pages={pages} words={own} />
        )}
        <div class="operator-row">
          <button type="submit" name="what" value="selected">
            {own.deleteSelected}
          </button>
          <button type="submit" name="what" value="all">
            {own.deleteAll(count)}
          </button>
        </div>
      </form>
    </>
  );
}

function Downloads(
  { filter, words }: { filter: CorrectionFilter; words: OperatorWords },
) {
  const query = queryOf(filterFields(filter));
  return (
    <p class="downloads">
      {words.export}:{" "}
      <a href={`/corrections/pictures.zip${query}`} download>
        {words.pictures}
      </a>, <a href={`/corrections/idx.zip${query}`} download>{words.idx}</a>
    </p>
  );
}

interface PagesProps {
  readonly filter: CorrectionFilter;
  readonly page: number;
  readonly pages: number;
  readonly words: OperatorWords;
}

function Pages({ filter, page, pages, words }: PagesProps) {
  const address = (to: number) =>
    `/corrections${queryOf([...filterFields(filter), ["page", String(to)]])}`;
  return (
    <nav class="operator-row" aria-label={words.pages}>
      {page > 1 && <a href={address(page - 1)} rel="prev">{words.newer}</a>}
      <span>{words.page(page, pages)}</span>
      {page < pages && <a href={address(page + 1)} rel="next">{words.older}</a>}
    </nav>
  );
}
