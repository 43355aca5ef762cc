/** Names of the files in a folder that are taken for pictures. */
const PICTURE_FILE = /\.(png|jpe?g|jpe|jfif|gif|webp)$/i;

/**
 * The paths of the pictures in a folder and all folders in it, by their names,
 * those of one folder in the order of their UTF-16 units: the same wherever and
 * whenever it is walked. Links to files are followed, links to folders are not,
 * for they may lead round in circles. A folder that may not be listed is
 * itself handed on, so that reading it tells why.
 *
 * Holds the names of one folder, and of those that it lies in, at a time.
 */
export async function* listPictures(folder: string): AsyncGenerator<string> {
  let names: Map<string, boolean>;
  try {
    names = await entriesOf(folder);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    yield folder;
    return;
  }
  for (const name of [...names.keys()].sort()) {
    const path = join(folder, name);
    if (names.get(name)) yield* listPictures(path);
    else yield path;
  }
}

/** How many paths `listPictures` finds, without holding or sorting names. */
export async function countPictures(folder: string): Promise<number> {
  let count = 0;
  try {
    for await (const entry of Deno.readDir(folder)) {
      if (entry.isDirectory) {
        count += await countPictures(join(folder, entry.name));
      } else if (isPictureFile(entry)) count++;
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return 1;
  }
  return count;
}

/** By name, whether it is a folder; what is neither that nor a picture is left out. */
async function entriesOf(folder: string): Promise<Map<string, boolean>> {
  const names = new Map<string, boolean>();
  for await (const entry of Deno.readDir(folder)) {
    if (entry.isDirectory || isPictureFile(entry)) {
      names.set(entry.name, entry.isDirectory);
    }
  }
  return names;
}

function isPictureFile({ name, isFile, isSymlink }: Deno.DirEntry): boolean {
  return (isFile || isSymlink) && PICTURE_FILE.test(name);
}

function join(folder: string, name: string): string {
  return folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}

function isRefusal(error: unknown): boolean {
  return error instanceof Deno.errors.PermissionDenied ||
    error instanceof Deno.errors.NotFound;
}
