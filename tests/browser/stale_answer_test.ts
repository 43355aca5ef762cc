import assert from "node:assert/strict";
import { browserTest } from "./browser.ts";
import type { Page } from "./playwright.ts";
import { ONE, SEVEN, waitForText, watchTexts, write } from "./write.ts";

/** Milliseconds that the first answer is held back. */
const LATE = 1000;
/** Longer than a page takes to show an answer that has come. */
const A_WHILE = 300;

/** Holds back the first answer; resolves when it has been given, or given up. */
async function holdFirst(page: Page): Promise<void> {
  const held = Promise.withResolvers<void>();
  let requests = 0;
  await page.route("**/read**", async (route) => {
    const isFirst = requests++ === 0;
    const response = await route.fetch();
    if (isFirst) await new Promise((resolve) => setTimeout(resolve, LATE));
    // A request that was given up cannot be answered any more.
    await route.fulfill({ response }).catch(() => {});
    if (isFirst) held.resolve();
  });
  await held.promise;
}

browserTest(
  "of two drawings in quick succession the later one's answer stays",
  async ({ page }) => {
    const late = holdFirst(page);
    const texts = await watchTexts(page);
    const sent = page.waitForRequest("**/read**");
    await write(page, ONE);
    await sent;
    await page.keyboard.press("Escape");
    await write(page, SEVEN);
    await waitForText(page, "7");
    await late;
    await page.waitForTimeout(A_WHILE);
    await waitForText(page, "7");
    assert.ok(!(await texts()).includes("1"));
  },
);

browserTest(
  "a digit added while the first is being read is not lost",
  async ({ page }) => {
    const late = holdFirst(page);
    const texts = await watchTexts(page);
    const sent = page.waitForRequest("**/read**");
    await write(page, ONE, { left: 0, side: 200 });
    await sent;
    await write(page, SEVEN, { left: 160, side: 200 });
    await waitForText(page, "17");
    await late;
    await page.waitForTimeout(A_WHILE);
    assert.deepEqual(await texts(), ["17"]);
  },
);

browserTest(
  "a sample that is slow does not take the place of what was written since",
  async ({ page }) => {
    const late = holdFirst(page);
    const texts = await watchTexts(page);
    await page.locator(".samples button").first().click();
    await write(page, SEVEN);
    await waitForText(page, "7");
    await late;
    await page.waitForTimeout(A_WHILE);
    await waitForText(page, "7");
    assert.deepEqual((await texts()).filter(Boolean), ["7"]);
  },
);
