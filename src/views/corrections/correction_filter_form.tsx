import type { CorrectionFilter } from "../../corrections/correction.ts";
import {
  ANSWERS,
  fieldOf,
  type Fields,
  filterFields,
} from "./correction_field.ts";
import type { OperatorWords } from "../words/operator.ts";

interface FilterFormProps {
  readonly filter: CorrectionFilter;
  readonly words: OperatorWords;
}

/** Chooses which corrections are listed. */
export function CorrectionFilterForm({ filter, words }: FilterFormProps) {
  return (
    <form
      class="filter"
      action="/corrections"
      method="get"
      aria-label={words.filter}
    >
      <Choice
        name="digit"
        label={words.right}
        value={filter.digit}
        words={words}
      />
      <Choice
        name="read"
        label={words.read}
        value={filter.read}
        words={words}
      />
      <Day name="from" label={words.from} value={filter.from} />
      <Day name="to" label={words.to} value={filter.to} />
      <button type="submit">{words.apply}</button>
      {Object.keys(filter).length > 0 && (
        <a href="/corrections">{words.showAll}</a>
      )}
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: number | null | undefined;
  readonly words: OperatorWords;
}

function Choice({ name, label, value, words }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name}>
        <option value="">{words.any}</option>
        {ANSWERS.map((answer) => (
          <option value={fieldOf(answer)} selected={answer === value}>
            {answer ?? words.noDigit}
          </option>
        ))}
      </select>
    </label>
  );
}

interface DayProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
}

function Day({ name, label, value }: DayProps) {
  return (
    <label>
      {label}
      <input type="date" name={name} value={value} />
    </label>
  );
}

/** The same filter in a form of another purpose. */
export function HiddenFilter(
  { filter }: { readonly filter: CorrectionFilter },
) {
  return <HiddenFields fields={filterFields(filter)} />;
}

export function HiddenFields({ fields }: { readonly fields: Fields }) {
  return (
    <>
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
