import type {
  FamilyResult,
  ModelComparison,
} from "../../src/model_comparison.ts";
import { parseModelComparison } from "../../src/parse_model_comparison.ts";
import { FAMILIES } from "./families.ts";

/**
 * The results kept in a file; none where there is no file yet.
 *
 * @throws {FormError} for a file of another form
 * @throws {SyntaxError} for one that is no JSON
 */
export async function readResults(
  path: string,
): Promise<readonly FamilyResult[]> {
  try {
    return parseModelComparison(JSON.parse(await Deno.readTextFile(path)))
      .families;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

/** The results with one more, in place of an earlier one of the same family; ours is last. */
export function addResult(
  results: readonly FamilyResult[],
  added: FamilyResult,
): FamilyResult[] {
  const order = FAMILIES.map(({ id }) => id);
  const place = ({ id }: FamilyResult) => {
    const index = order.indexOf(id);
    return index < 0 ? order.length : index;
  };
  return [...results.filter(({ id }) => id !== added.id), added]
    .sort((a, b) => place(a) - place(b));
}

/** Writes beside the old file and renames, so that an interruption leaves one of the two. */
export async function writeResults(
  path: string,
  families: readonly FamilyResult[],
): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  const comparison: ModelComparison = { date, families };
  const next = `${path}.next`;
  await Deno.writeTextFile(next, JSON.stringify(comparison, null, 2) + "\n");
  await Deno.rename(next, path);
}
