import assert from "node:assert/strict";
import { sevenPng } from "../app/drawing.ts";
import { browserTest } from "./browser.ts";
import { file } from "./files.ts";
import type { Page } from "./playwright.ts";
import {
  countInk,
  FOUR,
  keptStrokes,
  ONE,
  SEVEN,
  waitForText,
  watchShifts,
  write,
} from "./write.ts";

const entries = (page: Page) => page.locator("#recent li b").allTextContents();

async function untilEntries(page: Page, texts: readonly string[]) {
  await page.locator("#recent li").nth(texts.length - 1).waitFor();
  assert.deepEqual(await entries(page), texts);
}

/** Writes, waits for the answer, and clears. */
async function writeAndClear(
  page: Page,
  strokes: Parameters<typeof write>[1],
  text: string,
) {
  await write(page, strokes);
  await waitForText(page, text);
  await page.keyboard.press("c");
}

browserTest(
  "a drawing is listed once it is cleared, however often it was read",
  async ({ page }) => {
    await write(page, FOUR, { left: 0 });
    await waitForText(page, "4");
    await write(page, ONE, { left: 200 });
    await waitForText(page, "41");
    assert.deepEqual(await entries(page), []);
    await page.keyboard.press("c");
    await untilEntries(page, ["41"]);
    await writeAndClear(page, SEVEN, "7");
    await untilEntries(page, ["41", "7"]);
  },
);

browserTest(
  "a listed drawing comes back to the sheet, and is read again",
  async ({ page }) => {
    await write(page, FOUR);
    await waitForText(page, "4");
    const ink = await countInk(page);
    const strokes = await keptStrokes(page);
    await page.keyboard.press("c");
    await writeAndClear(page, SEVEN, "7");
    await page.locator("#recent li button").first().click();
    await waitForText(page, "4");
    assert.equal(await countInk(page), ink);
    assert.deepEqual(await keptStrokes(page), strokes);
  },
);

browserTest(
  "a drawing that comes back and goes is listed once",
  async ({ page }) => {
    await writeAndClear(page, FOUR, "4");
    await writeAndClear(page, SEVEN, "7");
    await page.locator("#recent li button").first().click();
    await waitForText(page, "4");
    await page.locator("#clear").click();
    await untilEntries(page, ["7", "4"]);
  },
);

browserTest(
  "a picture is listed when it was read, after the drawing that it replaced",
  async ({ page }) => {
    await write(page, ONE);
    await waitForText(page, "1");
    await page.locator("#picture").setInputFiles(file("seven.png", sevenPng));
    await untilEntries(page, ["1", "7"]);
    await page.getByRole("button", { name: "amount" }).click();
    await untilEntries(page, ["1", "7", "902"]);
  },
);

browserTest(
  "a listed picture shows its small copy and what was read",
  async ({ page }) => {
    await page.locator("#picture").setInputFiles(file("seven.png", sevenPng));
    await untilEntries(page, ["7"]);
    await page.reload();
    await untilEntries(page, ["7"]);
    await page.locator("#recent li button").click();
    await waitForText(page, "7");
    assert.equal(await page.locator(".verdict").innerText(), "Read earlier");
    const source = await page.locator("#result img").getAttribute("src");
    assert.match(source!, /^data:image\/jpeg/);
  },
);

browserTest(
  "the list survives a reload, and is gone when it is forgotten",
  async ({ page }) => {
    await writeAndClear(page, SEVEN, "7");
    await page.reload();
    await untilEntries(page, ["7"]);
    await page.getByRole("button", { name: "Forget all" }).click();
    assert.deepEqual(await entries(page), []);
    await page.reload();
    assert.deepEqual(await entries(page), []);
  },
);

browserTest("what could not be read is not listed", async ({ page }) => {
  await page.locator("#picture").setInputFiles(
    file("note.png", sevenPng.subarray(0, 90)),
  );
  await page.locator("#result.problem").waitFor();
  await writeAndClear(page, SEVEN, "7");
  await untilEntries(page, ["7"]);
});

browserTest(
  "the list has 24 entries of 4 KB at most, the latest",
  async ({ page }) => {
    await page.evaluate(
      `sessionStorage.setItem("inkling.history", JSON.stringify(
    Array.from({ length: 24 }, (_, i) => ({
      text: String(i),
      shape: "text large",
      picture: "data:,picture " + i,
    })),
  ))`,
    );
    await page.reload();
    await writeAndClear(page, SEVEN, "7");
    await page.locator("#recent li").last().getByText("7", { exact: true })
      .waitFor();
    const texts = await entries(page);
    assert.deepEqual(texts, [
      ...Array.from({ length: 23 }, (_, i) => `${i + 1}`),
      "7",
    ]);
    const sizes = await page.evaluate<number[]>(
      `JSON.parse(sessionStorage.getItem("inkling.history"))
      .map(({ picture }) => picture.length)`,
    );
    assert.ok(Math.max(...sizes) <= 4096, `${Math.max(...sizes)}`);
  },
);

for (
  const [screen, viewport] of Object.entries({
    "a phone": { width: 390, height: 2400 },
    "a desk": { width: 1280, height: 1800 },
  })
) {
  browserTest(
    `nothing moves on ${screen} when entries arrive and go`,
    async ({ page }) => {
      const footer = () => page.locator(".footer").boundingBox();
      const shifts = await watchShifts(page);
      const before = await footer();
      for (let i = 0; i < 5; i++) {
        await writeAndClear(page, [...ONE, [[0.2 + i / 100, 0.9]]], "1");
      }
      await page.getByRole("button", { name: "One digit" }).click();
      await page.locator("#recent li").nth(5).waitFor();
      await page.getByRole("button", { name: "Forget all" }).click();
      await page.locator("#clear").click();
      assert.deepEqual(await footer(), before);
      assert.deepEqual(await shifts(), []);
    },
    { viewport },
  );
}
