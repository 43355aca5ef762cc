import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { answerQuestion } from "../../src/bulk/answer_question.ts";
import { decode } from "../../src/imaging/decode/decode.ts";
import { blankPng, sevenGif, sevenJpeg, sevenPng } from "../app/drawing.ts";
import { ATTACKS } from "../hostile/attacks.ts";
import { recognizer } from "../reading/recognizer.ts";
import { withTemporaryFolder } from "../train/temporary_folder.ts";
import { BLANK, idxOf, makeImages, PIXELS, SIDE } from "./made_images.ts";
import { classify, parseLines } from "./run_classify.ts";

/** More than one question, and more than one block when there are some of them. */
const IMAGES = 1500;

Deno.test("IDX images are read as the recognizer reads them, as input and as pictures", async () => {
  const images = makeImages(IMAGES);
  await withTemporaryFolder(async (folder) => {
    const file = `${folder}/images.gz`;
    await Deno.writeFile(file, gzipSync(idxOf(images)));
    const normalized = await classify(file, "--workers=2");
    assert.equal(normalized.code, 0, normalized.stderr);
    const lines = parseLines(normalized.stdout);
    assert.equal(lines.length, IMAGES);
    lines.forEach((line, index) => {
      const pixels = Float32Array.from(
        images.subarray(index * PIXELS, (index + 1) * PIXELS),
        (value) => value / 255,
      );
      const { text, digits } = recognizer.readNormalized(pixels);
      assert.deepEqual(line, { file, index, text, digits: brief(digits) });
    });
    assert.deepEqual(lines[BLANK].digits, []);
    assert.match(normalized.stderr, /1,500 of 1,500 pictures .* images\/s/);

    const few = images.subarray(0, 40 * PIXELS);
    await Deno.writeFile(file, idxOf(few));
    const pictures = await classify(file, "--no-normalized", "--workers=2");
    parseLines(pictures.stdout).forEach((line, index) => {
      const rgba = new Uint8Array(4 * PIXELS).fill(255);
      for (let i = 0; i < 4 * PIXELS; i++) {
        if (i % 4 < 3) rgba[i] = few[index * PIXELS + (i >> 2)]!;
      }
      const picture = { width: SIDE, height: SIDE, rgba, scale: 1 };
      const { text, digits } = recognizer.read(picture);
      assert.deepEqual(line, { file, index, text, digits: brief(digits) });
    });
  });
});

Deno.test("pictures of a folder have a line each in its order, bad ones with what is wrong", async () => {
  await withTemporaryFolder(async (folder) => {
    const files: Record<string, Uint8Array> = {
      "a.png": sevenPng,
      "b.jpg": sevenJpeg,
      "c/d.gif": sevenGif,
      "e.png": blankPng,
      "f.png": sevenPng.subarray(0, 100),
      "g.jpg": new Uint8Array(),
      "h.gif": new TextEncoder().encode("no picture"),
    };
    await Deno.mkdir(`${folder}/c`);
    for (const [name, bytes] of Object.entries(files)) {
      await Deno.writeFile(`${folder}/${name}`, bytes);
    }
    await Deno.symlink("nowhere", `${folder}/i.png`);
    const { code, stdout, stderr } = await classify(folder, "--workers=2");
    assert.equal(code, 0, stderr);
    const lines = parseLines(stdout);
    assert.deepEqual(
      lines.map(({ file }) => file),
      [...Object.keys(files), "i.png"].map((name) => `${folder}/${name}`),
    );
    const digits = (bytes: Uint8Array) =>
      brief(recognizer.read(decode(bytes)).digits);
    for (const [index, bytes] of [sevenPng, sevenJpeg, sevenGif].entries()) {
      assert.equal(lines[index].text, "7");
      assert.deepEqual(lines[index].digits, digits(bytes));
    }
    assert.deepEqual(lines[3], {
      file: `${folder}/e.png`,
      text: "",
      digits: [],
    });
    for (const line of lines.slice(4)) {
      assert.deepEqual(Object.keys(line), ["file", "problem"]);
      assert.ok(line.problem.length > 0);
    }
    assert.match(stderr, /4 could not be read/);
  });
});

Deno.test("no hostile file ends a run", async () => {
  await withTemporaryFolder(async (folder) => {
    for (const [i, attack] of ATTACKS.entries()) {
      await Deno.writeFile(
        `${folder}/${String(i).padStart(4, "0")}.png`,
        attack.make(),
      );
    }
    await Deno.writeFile(`${folder}/z.png`, sevenPng);
    const { code, stdout, stderr } = await classify(folder, "--workers=2");
    assert.equal(code, 0, stderr);
    const lines = parseLines(stdout);
    assert.equal(lines.length, ATTACKS.length + 1);
    assert.equal(lines.at(-1).text, "7");
  });
});

Deno.test("the shards of a run are together the whole run", async () => {
  await withTemporaryFolder(async (folder) => {
    await Deno.mkdir(`${folder}/pictures`);
    for (const name of "abcde") {
      await Deno.writeFile(`${folder}/pictures/${name}.png`, sevenPng);
    }
    await Deno.writeFile(`${folder}/images`, idxOf(makeImages(600)));
    const inputs = [`${folder}/pictures`, `${folder}/images`];
    const whole = await classify(...inputs, "--workers=1");
    const shards: string[][] = [];
    for (const part of [0, 1, 2]) {
      const shard = await classify(
        ...inputs,
        `--shard=${part}/3`,
        "--workers=1",
      );
      assert.equal(shard.code, 0, shard.stderr);
      shards.push(shard.stdout.split("\n").slice(0, -1));
    }
    const lines = Array.from(
      { length: 605 },
      (_, number) => shards[number % 3]![Math.floor(number / 3)],
    );
    assert.equal(lines.join("\n") + "\n", whole.stdout);
    assert.equal(shards.flat().length, 605);
  });
});

Deno.test("what cannot be done is said in one line", async () => {
  await withTemporaryFolder(async (folder) => {
    const file = `${folder}/images`;
    await Deno.writeFile(file, idxOf(makeImages(2)).subarray(0, 1000));
    for (
      const [args, reason] of [
        [[], /expected folders, pictures or IDX/],
        [[`${folder}/none`], /none: not found/],
        [[file], /expected 2 images, found 1/],
        [[file, "--shard=2/2"], /--shard: expected/],
        [[file, "--workers=0"], /--workers: expected/],
        [[file, "--resume"], /--resume: expected --out/],
        [[file, "--no"], /--help names/],
        [[file, `--weights=${file}`], /images: /],
      ] as const
    ) {
      const { code, stderr } = await classify(...args);
      assert.equal(code, 1, stderr);
      assert.match(stderr, reason);
      assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
    }
  });
});

Deno.test("a picture that fails in an unforeseen way is no picture's problem", () => {
  const fails = () => {
    throw new RangeError("a bug");
  };
  const question = { kind: "file", file: "a", bytes: sevenPng } as const;
  assert.throws(() => answerQuestion(question, recognizer, fails), /a bug/);
});

function brief(
  digits: readonly {
    digit: number | null;
    confidence: number;
    verdict: string;
  }[],
) {
  return digits.map(({ digit, confidence, verdict }) => ({
    digit,
    confidence: Number(confidence.toFixed(6)),
    verdict,
  }));
}
