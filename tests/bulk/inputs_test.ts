import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { BulkError } from "../../src/bulk/bulk_error.ts";
import { isIdxFile, openIdx } from "../../src/bulk/idx_file.ts";
import { findInputs } from "../../src/bulk/inputs.ts";
import { countPictures, listPictures } from "../../src/bulk/list_pictures.ts";
import { serializeIdx } from "../../src/corrections/idx.ts";
import { sevenPng } from "../app/drawing.ts";
import { seeded } from "../imaging/draw.ts";
import { withTemporaryFolder } from "../train/temporary_folder.ts";

Deno.test("a folder is walked by names, whatever order its entries have", async () => {
  await withTemporaryFolder(async (folder) => {
    const made = [
      "b.png",
      "a/z.jpeg",
      "a/1.PNG",
      "a/deep/er/x.webp",
      "B.gif",
      "ä.jpg",
      "a.png",
    ];
    const others = ["labels.csv", "a/notes.txt", "png"];
    const random = seeded(1);
    for (const name of [...made, ...others].sort(() => random() - 0.5)) {
      await Deno.mkdir(`${folder}/${name}`.replace(/[^/]*$/, ""), {
        recursive: true,
      });
      await Deno.writeTextFile(`${folder}/${name}`, "");
    }
    await Deno.mkdir(`${folder}/empty.png`);
    const found = await Array.fromAsync(listPictures(folder));
    assert.deepEqual(
      found.map((path) => path.slice(folder.length + 1)),
      [
        "B.gif",
        "a/1.PNG",
        "a/deep/er/x.webp",
        "a/z.jpeg",
        "a.png",
        "b.png",
        "ä.jpg",
      ],
    );
    assert.equal(await countPictures(folder), made.length);
    assert.deepEqual(
      (await Array.fromAsync(listPictures(folder + "/")))[0],
      `${folder}/B.gif`,
    );
  });
});

Deno.test({
  name: "links to files are followed, links to folders are not",
  ignore: Deno.build.os === "windows",
  async fn() {
    await withTemporaryFolder(async (folder) => {
      await Deno.writeTextFile(`${folder}/a.png`, "");
      await Deno.symlink("a.png", `${folder}/b.png`);
      await Deno.symlink(".", `${folder}/round`);
      assert.deepEqual(await Array.fromAsync(listPictures(folder)), [
        `${folder}/a.png`,
        `${folder}/b.png`,
      ]);
    });
  },
});

Deno.test("IDX images of any size come out block by block as they went in, gzipped or not", async () => {
  await withTemporaryFolder(async (folder) => {
    const random = seeded(1);
    for (
      const [count, height, width] of [[0, 28, 28], [1, 1, 1], [3000, 28, 28], [
        5,
        600,
        900,
      ]] as const
    ) {
      const values = new Uint8Array(count * height * width)
        .map(() => Math.floor(256 * random()));
      const file = serializeIdx([count, height, width], values);
      for (const bytes of [file, gzipSync(file)]) {
        const path = `${folder}/images`;
        await Deno.writeFile(path, bytes);
        assert.ok(await isIdxFile(path));
        const idx = await openIdx(path);
        assert.deepEqual([idx.count, idx.height, idx.width], [
          count,
          height,
          width,
        ]);
        const blocks = await Array.fromAsync(idx.blocks());
        await idx.close();
        for (const block of blocks) {
          assert.equal(block.length % (height * width), 0);
        }
        const found = await new Blob(blocks as Uint8Array<ArrayBuffer>[])
          .bytes();
        assert.ok(Buffer.compare(found, values) === 0);
      }
    }
  });
});

Deno.test("a broken IDX file is told with what was expected and found", async () => {
  await withTemporaryFolder(async (folder) => {
    const path = `${folder}/images`;
    const file = serializeIdx([3, 28, 28], new Uint8Array(3 * 784));
    const read = async (bytes: Uint8Array) => {
      await Deno.writeFile(path, bytes);
      const idx = await openIdx(path);
      try {
        await Array.fromAsync(idx.blocks());
      } finally {
        await idx.close();
      }
    };
    const refused = (bytes: Uint8Array, message: RegExp) =>
      assert.rejects(read(bytes), (error: Error) => {
        assert.ok(error instanceof BulkError, String(error));
        assert.match(error.message, message);
        return true;
      });
    await read(file);
    await refused(file.subarray(0, 16 + 2 * 784 + 5), /3 images, found 2;/);
    await refused(file.subarray(0, 9), /found 9 bytes/);
    await refused(gzipSync(sevenPng), /found 89504e47/);
    await refused(gzipSync(file).subarray(0, 20), /expected gzip|found/);
    await refused(serializeIdx([4, 0, 28], new Uint8Array()), /found 0 x 28/);
    await refused(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 7), /found 9 bytes/);
  });
});

Deno.test("what is named on the command line is told apart by what it is", async () => {
  await withTemporaryFolder(async (folder) => {
    await Deno.writeFile(`${folder}/picture.idx`, sevenPng);
    await Deno.writeFile(
      `${folder}/idx.png`,
      serializeIdx([0, 28, 28], new Uint8Array()),
    );
    await Deno.writeTextFile(`${folder}/nothing`, "");
    const paths = [
      folder,
      `${folder}/picture.idx`,
      `${folder}/idx.png`,
      `${folder}/nothing`,
    ];
    assert.deepEqual(
      (await findInputs(paths)).map(({ kind }) => kind),
      ["folder", "file", "idx", "file"],
    );
    await assert.rejects(findInputs([`${folder}/none`]), /none: not found/);
  });
});
