import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { sevenPng } from "../app/drawing.ts";
import { browserTest } from "./browser.ts";
import type { Page } from "./playwright.ts";
import {
  FIVE,
  FOUR,
  ONE,
  SEVEN,
  untilRead,
  waitForText,
  watchShifts,
  write,
} from "./write.ts";

/** Of the evidence and the layers, in the digit that is open. */
const PICTURES = ".thought img >> visible=true";
const MOMENTS = ".moments li";

async function open(page: Page, kind: "thinking" | "growth"): Promise<void> {
  await page.locator(`.${kind} summary >> visible=true`).click();
}

/** Waits until the pictures are of a digit. */
async function waitForThought(page: Page, digit: string): Promise<void> {
  await page.locator(".thought >> visible=true")
    .getByText(`Why ${digit}`).waitFor({ timeout: 5000 });
  assert.equal(await page.locator(PICTURES).count(), 6);
}

async function waitForMoments(page: Page, texts: readonly string[]) {
  await page.locator(MOMENTS).nth(texts.length - 1).waitFor({ timeout: 5000 });
  const found = await page.locator(`${MOMENTS} b`).allInnerTexts();
  assert.deepEqual(found, texts);
}

browserTest(
  "thinking is asked for when it is opened, and not before",
  async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/thinking")) asked.push(request.method());
    });
    await write(page, SEVEN);
    await waitForText(page, "7");
    assert.deepEqual(asked, []);
    await open(page, "thinking");
    await waitForThought(page, "7");
    assert.deepEqual(asked, ["POST"]);
    for (const picture of await page.locator(PICTURES).all()) {
      const drawn = await picture.evaluate((image) =>
        (image as unknown as { naturalWidth: number }).naturalWidth
      );
      assert.ok(drawn > 0);
    }
  },
);

browserTest(
  "thinking opens by the keyboard",
  async ({ page }) => {
    await write(page, SEVEN);
    await waitForText(page, "7");
    await page.locator(".thinking summary").focus();
    await page.keyboard.press("Enter");
    await waitForThought(page, "7");
  },
);

browserTest(
  "open thinking follows the writing, and moves nothing",
  async ({ page }) => {
    const shifts = await watchShifts(page);
    const heightOf = () =>
      page.locator(".thinking >> visible=true").evaluate((element) =>
        element.getBoundingClientRect().height
      );
    await write(page, ONE);
    await waitForText(page, "1");
    await open(page, "thinking");
    await waitForThought(page, "1");
    const height = await heightOf();
    // What opening it moved has been told by the frame after the next.
    await page.evaluate(`new Promise((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(resolve))
    )`);
    const opening = await shifts();
    await page.keyboard.press("Escape");
    await waitForText(page, "");
    assert.equal(await heightOf(), height);
    await write(page, SEVEN);
    await waitForThought(page, "7");
    assert.equal(await heightOf(), height);
    await untilRead(page, () => write(page, FIVE, { left: 300 }));
    await waitForText(page, "75");
    await waitForThought(page, "7");
    assert.equal(await heightOf(), height);
    assert.deepEqual(await shifts(), opening);
  },
  { viewport: { width: 1280, height: 1600 } },
);

browserTest(
  "thinking once opened is open for every digit",
  async ({ page }) => {
    await write(page, FOUR, { left: 0, side: 200 });
    await write(page, SEVEN, { left: 160, side: 200 });
    await waitForText(page, "47");
    await open(page, "thinking");
    await waitForThought(page, "4");
    await page.locator(".box input").nth(1).click();
    await waitForThought(page, "7");
    await open(page, "thinking");
    assert.equal(await page.locator(".thinking[open]").count(), 0);
  },
);

browserTest(
  "there are as many moments as strokes, the last as it is read",
  async ({ page }) => {
    await write(page, FOUR, { left: 0, side: 200 });
    await write(page, SEVEN, { left: 160, side: 200 });
    await waitForText(page, "47");
    await open(page, "growth");
    await page.locator(MOMENTS).nth(2).waitFor();
    assert.equal(await page.locator(MOMENTS).count(), 3);
    const texts = await page.locator(`${MOMENTS} b`).allInnerTexts();
    assert.deepEqual(texts.slice(1), ["4", "47"]);
    assert.equal(await page.locator(".needs-drawing").isVisible(), false);
  },
);

browserTest(
  "open moments follow the writing, and what is taken back",
  async ({ page }) => {
    await write(page, ONE, { left: 0, side: 200 });
    await waitForText(page, "1");
    await open(page, "growth");
    await waitForMoments(page, ["1"]);
    await write(page, SEVEN, { left: 160, side: 200 });
    await waitForMoments(page, ["1", "17"]);
    await page.locator("#undo").click();
    await page.locator(MOMENTS).nth(1).waitFor({ state: "detached" });
    await waitForMoments(page, ["1"]);
    await page.locator("#clear").click();
    await page.locator(MOMENTS).first().waitFor({ state: "detached" });
    assert.ok(await page.locator(".needs-drawing").isVisible());
  },
);

browserTest(
  "of very many strokes some moments are shown, the last among them",
  async ({ page }) => {
    const dots = Array.from({ length: 30 }, (_, i) =>
      [
        [0.5, 0.2 + i * 0.02],
        [0.5, 0.21 + i * 0.02],
      ] as const);
    await write(page, dots);
    await waitForText(page, "1");
    await open(page, "growth");
    await page.locator(MOMENTS).nth(23).waitFor();
    assert.equal(await page.locator(MOMENTS).count(), 24);
    const last = await page.locator(`${MOMENTS} b`).last().innerText();
    assert.equal(last, "1");
  },
);

browserTest(
  "of a picture that was sent no moments are shown, and it is said why",
  async ({ page }) => {
    await write(page, ONE);
    await waitForText(page, "1");
    await open(page, "growth");
    await waitForMoments(page, ["1"]);
    await page.locator("#picture").setInputFiles({
      name: "seven.png",
      mimeType: "image/png",
      buffer: Buffer.from(sevenPng),
    });
    await waitForText(page, "7");
    assert.ok(await page.locator(".needs-drawing").isVisible());
    assert.equal(await page.locator(MOMENTS).count(), 0);
  },
);

browserTest(
  "a plain form shows thinking where scripts are off",
  async ({ page }) => {
    await page.locator("#picture").setInputFiles({
      name: "seven.png",
      mimeType: "image/png",
      buffer: Buffer.from(sevenPng),
    });
    await page.getByRole("button", { name: "Read it" }).click();
    await waitForText(page, "7");
    await open(page, "thinking");
    await page.getByRole("button", { name: "Show its thinking" }).click();
    await waitForThought(page, "7");
    await waitForText(page, "7");
  },
  { javaScriptEnabled: false },
);
