import { BulkError } from "./bulk_error.ts";
import { isIdxFile, openIdx } from "./idx_file.ts";
import { countPictures } from "./list_pictures.ts";

/** Something that was named on the command line to be read. */
export interface Input {
  readonly kind: "folder" | "idx" | "file";
  readonly path: string;
}

/**
 * What stands at these paths. A file is taken for IDX by its first bytes; any
 * other one is a picture, whatever its name.
 *
 * @throws {BulkError} When one of them is missing.
 */
export async function findInputs(paths: readonly string[]): Promise<Input[]> {
  return await Promise.all(paths.map(findInput));
}

async function findInput(path: string): Promise<Input> {
  try {
    const { isDirectory } = await Deno.stat(path);
    if (isDirectory) return { kind: "folder", path };
    return { kind: await isIdxFile(path) ? "idx" : "file", path };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new BulkError(
        `${path}: not found; expected a folder, a picture or IDX images`,
      );
    }
    if (!(error instanceof Deno.errors.PermissionDenied)) throw error;
    throw new BulkError(`${path}: ${error.message}`);
  }
}

/** Pictures in all of them; folders are walked, which takes a while. */
export async function countInputs(inputs: readonly Input[]): Promise<number> {
  let total = 0;
  for (const input of inputs) total += await countInput(input);
  return total;
}

async function countInput({ kind, path }: Input): Promise<number> {
  if (kind === "folder") return await countPictures(path);
  if (kind === "file") return 1;
  const idx = await openIdx(path);
  await idx.close();
  return idx.count;
}
