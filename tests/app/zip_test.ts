import assert from "node:assert/strict";
import { crc32 } from "node:zlib";
import { MAX_ZIP_ENTRIES, zip, type ZipEntry } from "../../src/zip.ts";

const DATE = new Date("2026-11-26T13:14:16Z");

async function write(entries: Iterable<ZipEntry>): Promise<Uint8Array> {
  const parts = await Array.fromAsync(zip(entries, DATE));
  return await new Blob(parts).bytes();
}

/** Reads an archive by its central directory, as unpackers do. */
function read(archive: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(
    archive.buffer,
    archive.byteOffset,
    archive.byteLength,
  );
  const end = archive.length - 22;
  assert.equal(view.getUint32(end, true), 0x06054b50);
  const count = view.getUint16(end + 10, true);
  const files = new Map<string, Uint8Array>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    assert.equal(view.getUint32(at, true), 0x02014b50);
    const [crc, packed, length] = [16, 20, 24].map((field) =>
      view.getUint32(at + field, true)
    );
    const nameLength = view.getUint16(at + 28, true);
    const name = archive.subarray(at + 46, at + 46 + nameLength);
    const local = view.getUint32(at + 42, true);
    assert.equal(view.getUint32(local, true), 0x04034b50);
    // Both headers agree from the time on to the length of the name.
    assert.deepEqual(
      archive.slice(local + 10, local + 28),
      archive.slice(at + 12, at + 30),
    );
    const start = local + 30 + nameLength;
    assert.deepEqual(archive.slice(local + 30, start), name.slice());
    const bytes = archive.subarray(start, start + length!);
    assert.equal(packed, length);
    assert.equal(crc32(bytes), crc);
    files.set(new TextDecoder().decode(name), bytes);
    at += 46 + nameLength;
  }
  assert.equal(at, end);
  return files;
}

Deno.test("what is read from an archive is what was written", async () => {
  const entries = [
    { name: "one.txt", bytes: new TextEncoder().encode("one") },
    { name: "folder/пусто", bytes: new Uint8Array() },
    { name: "many", bytes: Uint8Array.from({ length: 9999 }, (_, i) => i) },
  ];
  const files = read(await write(entries));
  assert.deepEqual(
    [...files].map(([name, bytes]) => ({ name, bytes: bytes.slice() })),
    entries,
  );
  assert.equal(read(await write([])).size, 0);
});

Deno.test("an unpacker of others finds nothing wrong with an archive", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/test.zip`;
    const bytes = new TextEncoder().encode("seven");
    await Deno.writeFile(path, await write([{ name: "7.txt", bytes }]));
    const unpack =
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); i = z.infolist()[0]; print(z.testzip(), i.filename, i.date_time, z.read(i).decode())";
    const { stdout } = await new Deno.Command("python3", {
      args: ["-c", unpack, path],
    }).output().catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
      console.log("There is no python3 here to unpack the archive with.");
      return { stdout: null };
    });
    if (stdout === null) return;
    assert.equal(
      new TextDecoder().decode(stdout).trim(),
      "None 7.txt (2026, 11, 26, 13, 14, 16) seven",
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("more files than an archive can count are refused", async () => {
  function* many(count: number) {
    for (let i = 0; i < count; i++) {
      yield { name: String(i), bytes: new Uint8Array() };
    }
  }
  const most = await write(many(MAX_ZIP_ENTRIES));
  assert.equal(read(most).size, MAX_ZIP_ENTRIES);
  await assert.rejects(write(many(MAX_ZIP_ENTRIES + 1)), RangeError);
});
