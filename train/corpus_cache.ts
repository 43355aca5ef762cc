import type { Recipe } from "./recipe.ts";

/** Where the code is that decides what made images look like. */
const SOURCES = [
  "src/imaging",
  "train/makers",
  "train/synthetic",
  "train/make.ts",
  "train/styles.ts",
  "train/tighten.ts",
];

/** Where made images are kept, beside the checkpoints of the runs that use them. */
const FOLDER = "train/runs";

/**
 * File for the made images of a recipe. Its name holds a hash of all that decides what they look
 * like, code included, so that images of another day are never taken for these.
 */
export async function corpusFile(
  { made, validation }: Recipe,
): Promise<string> {
  const texts = [JSON.stringify({ made, validation })];
  for (const source of SOURCES) {
    for (const path of (await filesIn(source)).sort()) {
      texts.push(path, await Deno.readTextFile(path));
    }
  }
  const bytes = new TextEncoder().encode(texts.join("\0"));
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return `${FOLDER}/made-${new Uint8Array(hash).toHex().slice(0, 12)}.bin`;
}

/** The bytes of the file; null where there is none, or one of another length. */
export async function readMade(
  path: string,
  length: number,
): Promise<Uint8Array | null> {
  try {
    const bytes = await Deno.readFile(path);
    return bytes.length === length ? bytes : null;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Writes beside and renames, so that an interruption leaves no half of a file. */
export async function writeMade(
  path: string,
  parts: readonly Uint8Array[],
): Promise<void> {
  await Deno.mkdir(FOLDER, { recursive: true });
  const partial = `${path}.partial`;
  const bytes = new Uint8Array(
    parts.reduce((sum, part) => sum + part.length, 0),
  );
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  await Deno.writeFile(partial, bytes);
  await Deno.rename(partial, path);
}

async function filesIn(path: string): Promise<string[]> {
  if ((await Deno.stat(path)).isFile) return [path];
  const inside = await Array.fromAsync(
    Deno.readDir(path),
    ({ name }) => filesIn(`${path}/${name}`),
  );
  return inside.flat();
}
