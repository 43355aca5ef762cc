import assert from "node:assert/strict";
import { correctionTest } from "./correction_visit.ts";
import type { Page } from "./playwright.ts";
import { waitForText } from "./write.ts";

/** Presses of Tab that lead around the whole page, and some. */
const AROUND = 80;

/** Goes by Tab to what a selector names, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < AROUND; i++) {
    await page.keyboard.press("Tab");
    const isThere = await page.evaluate(
      `document.activeElement.matches(${JSON.stringify(selector)})`,
    );
    if (isThere) return;
  }
  assert.fail(`Tab leads to no ${selector}`);
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const repeat = (key: string, times: number) =>
  Array.from({ length: times }, () => key);

correctionTest(
  "everything can be done by keys alone: write, look closer, correct, darken, try a sample",
  async ({ page }, store) => {
    await tabTo(page, "#pad");
    await press(page, "Space", "Shift+ArrowRight", ...repeat("ArrowRight", 3));
    for (const [down, left] of [[1, 1], [3, 1], [3, 1], [2, 0]] as const) {
      await press(page, ...repeat("ArrowDown", down));
      await press(page, ...repeat("ArrowLeft", left));
    }
    await press(page, "Space");
    await waitForText(page, "7");

    await tabTo(page, ".correction summary");
    await press(page, "Enter");
    await tabTo(page, ".correction-answers [value='1']");
    await press(page, "Enter");
    await page.getByText("Thank you, it is stored.").waitFor();
    assert.equal((await store.list({}, { offset: 0, limit: 9 }))[0]?.digit, 1);

    await tabTo(page, ".thinking summary");
    await press(page, "Enter");
    await page.getByText("Why 7").waitFor();

    await tabTo(page, "#theme [value=dark]");
    await press(page, "Enter");
    assert.equal(
      await page.locator("html").getAttribute("data-theme"),
      "dark",
    );
    await waitForText(page, "7");

    await tabTo(page, ".samples [value=amount]");
    await press(page, "Enter");
    await waitForText(page, "902");

    await tabTo(page, ".recent li button");
    await press(page, "Enter");
    await waitForText(page, "7");
  },
);
