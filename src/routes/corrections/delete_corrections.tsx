import type { Context } from "hono";
import type { CorrectionFilter } from "../../corrections/correction.ts";
import type { CorrectionStore } from "../../corrections/correction_store.ts";
import { correctionDeletePage } from "../../views/corrections/correction_delete_page.tsx";
import {
  filterFields,
  queryOf,
} from "../../views/corrections/correction_field.ts";
import { readFilter, readWhole } from "./correction_fields.ts";
import { listed } from "./listed_corrections.ts";
import { receiveForm } from "../bodies/receive_form.ts";
import { themeFor } from "../page/theme.ts";
import { wordsFor } from "../page/words.ts";

/** Of very many that are to be deleted the page shows these. */
const SHOWN = 40;

/** Deletes what a form names; asks first, where that was not confirmed. */
export async function deleteCorrections(
  c: Context,
  corrections: CorrectionStore,
  isSignedIn: boolean,
): Promise<Response> {
  const fields = await receiveForm(c.req.raw);
  const meant = readFilter(fields);
  const { upTo: _, ...filter } = meant;
  const ids = fields.get("what") === "all"
    ? null
    : fields.getAll("id").map((id) => readWhole("id", id));
  if (fields.get("confirmed") === "yes") {
    const deleted = ids
      ? await corrections.delete(ids)
      : await corrections.deleteAll(meant);
    return back(c, filter, deleted);
  }
  const found = ids
    ? await corrections.find(ids)
    : await corrections.list(filter, { offset: 0, limit: SHOWN });
  if (found.length === 0) return back(c, filter, null);
  return await c.html(correctionDeletePage({
    ids,
    // What is stored while the question is open is not meant.
    filter: ids ? filter : { ...filter, upTo: found[0]!.id },
    count: ids ? found.length : await corrections.count(filter),
    corrections: found.slice(0, SHOWN).map(listed),
    isSignedIn,
    words: wordsFor(c),
    theme: themeFor(c),
  }));
}

function back(
  c: Context,
  filter: CorrectionFilter,
  deleted: number | null,
): Response {
  const fields = filterFields(filter);
  const told = deleted === null
    ? fields
    : [...fields, ["deleted", String(deleted)] as const];
  return c.redirect(`/corrections${queryOf(told)}`, 303);
}
