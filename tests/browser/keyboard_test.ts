import assert from "node:assert/strict";
import { browserTest } from "./browser.ts";
import type { Page } from "./playwright.ts";
import { keptStrokes, waitForText, watchShifts } from "./write.ts";

/**
 * Digits as keys: arrows by their initials, large ones for long steps, and a
 * point for Space.
 */
const BY_KEYS = {
  1: ".DDd.",
  4: "rrr.ldldldldldldrrrrrrr.uuul.DDd.",
  7: ".Rrr dldddldddldd.",
};

const KEYS: Readonly<Record<string, string>> = {
  l: "ArrowLeft",
  r: "ArrowRight",
  u: "ArrowUp",
  d: "ArrowDown",
  R: "Shift+ArrowRight",
  D: "Shift+ArrowDown",
  ".": "Space",
};

async function press(page: Page, keys: string) {
  for (const key of keys.replaceAll(" ", "")) {
    await page.keyboard.press(KEYS[key]!);
  }
}

for (const [digit, keys] of Object.entries(BY_KEYS)) {
  browserTest(
    `a ${digit} is written and read by keyboard alone`,
    async ({ page }) => {
      const shifts = await watchShifts(page);
      for (let i = 0; !(await isOnSheet(page)); i++) {
        assert.ok(i < 10, "the sheet is not reached by Tab");
        await page.keyboard.press("Tab");
      }
      assert.ok(await page.locator("#cursor.shown").isVisible());
      await press(page, keys);
      await waitForText(page, digit);
      assert.deepEqual(await shifts(), []);
    },
  );
}

browserTest("the pen's state is told, and where it rests", async ({ page }) => {
  const teller = page.locator("#teller");
  await page.locator("#pad").focus();
  await press(page, ".");
  assert.equal(await teller.textContent(), "Pen down");
  await page.keyboard.press("Enter");
  assert.equal(await teller.textContent(), "Pen up");
  await press(page, "rD");
  await teller.getByText("Row 7, column 5").waitFor({ timeout: 5000 });
});

browserTest("Escape lifts the pen first, and clears then", async ({ page }) => {
  await page.locator("#pad").focus();
  await press(page, ".DD");
  await page.keyboard.press("Escape");
  await waitForText(page, "1");
  assert.equal((await keptStrokes(page)).length, 1);
  await page.keyboard.press("Escape");
  await waitForText(page, "");
  assert.deepEqual(await keptStrokes(page), []);
});

browserTest("who leaves the sheet lifts the pen", async ({ page }) => {
  await page.locator("#pad").focus();
  await press(page, ".DD");
  await page.keyboard.press("Tab");
  await waitForText(page, "1");
  assert.equal(await page.locator("#cursor.shown").count(), 0);
});

browserTest("the cursor stays on the sheet", async ({ page }) => {
  await page.locator("#pad").focus();
  await press(page, "l".repeat(9) + "u".repeat(9) + ".");
  await press(page, "D".repeat(9) + "R".repeat(40) + ".");
  const [[, ...values] = []] = await keptStrokes(page);
  const { width, height } = (await page.locator("#pad").boundingBox())!;
  const [last] = [values.slice(-3)];
  assert.deepEqual(values.slice(0, 2), [0, 0]);
  assert.ok(last[0]! > 0.9 * width && last[0]! <= width);
  assert.equal(last[1], height);
});

browserTest("the eraser works by keyboard", async ({ page }) => {
  await page.locator("#pad").focus();
  await press(page, ".DD.");
  await waitForText(page, "1");
  await page.keyboard.press("e");
  await press(page, "..");
  await waitForText(page, "");
});

const isOnSheet = (page: Page) =>
  page.evaluate<boolean>(`document.activeElement?.id === "pad"`);
