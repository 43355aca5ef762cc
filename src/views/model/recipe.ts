import type { RecipeWords } from "../words/model/recipe.ts";

/** One setting of the training, in words. */
export interface Setting {
  readonly name: string;
  readonly value: string;
}

/** The settings that say something; what is empty says nothing. */
export function tellRecipe(
  recipe: Readonly<Record<string, unknown>>,
  words: RecipeWords,
): readonly Setting[] {
  return Object.entries(recipe)
    .map(([key, value]) => ({
      name: capitalize(nameOf(key, words)),
      value: tell(value, words),
    }))
    .filter(({ value }) => value !== "");
}

function tell(value: unknown, words: RecipeWords): string {
  switch (typeof value) {
    case "number":
      return words.number(value);
    case "string":
      return value;
    case "boolean":
      return value ? words.yes : words.no;
    case "object":
      return tellParts(value, words);
    default:
      return "";
  }
}

function tellParts(value: object | null, words: RecipeWords): string {
  if (value === null) return "";
  if (Array.isArray(value)) {
    return value.map((part) => tell(part, words)).join(", ");
  }
  return Object.entries(value)
    .map(([key, part]) => `${tell(part, words)} ${nameOf(key, words)}`)
    .join(", ");
}

/** Where the table has no name, the code's: `learningRate` is "learning rate". */
function nameOf(key: string, { names }: RecipeWords): string {
  return names[key] ??
    key.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
