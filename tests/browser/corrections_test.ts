import assert from "node:assert/strict";
import { sevenPng } from "../app/drawing.ts";
import { correctionTest, TOKEN } from "./correction_visit.ts";
import {
  keptStrokes,
  ONE,
  SEVEN,
  waitForText,
  watchShifts,
  write,
} from "./write.ts";
import { Buffer } from "node:buffer";

const ALL = { offset: 0, limit: 9 };

correctionTest(
  "what a digit is can be said by keys alone, and taken back",
  async ({ page }, store) => {
    await write(page, SEVEN);
    await waitForText(page, "7");
    await page.locator(".correction summary").focus();
    await page.keyboard.press("Enter");
    for (let i = 0; i < 2; i++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const panel = page.locator(".correction-panel");
    await panel.getByText("Thank you, it is stored.").waitFor();
    const [stored] = await store.list({}, ALL);
    assert.deepEqual([stored?.digit, stored?.read], [1, 7]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await panel.getByText("It is deleted again.").waitFor();
    assert.equal(await store.count({}), 0);
    // What was read is still there.
    await waitForText(page, "7");
  },
);

correctionTest(
  "the form says before a press what it stores, and moves nothing",
  async ({ page }) => {
    const shifted = await watchShifts(page);
    await write(page, SEVEN);
    await waitForText(page, "7");
    await page.locator(".correction summary").click();
    const consent = page.locator(".correction-consent");
    assert.ok(await consent.isVisible());
    assert.match(await consent.innerText(), /28 × 28.*date.*Nothing else/);
    await page.locator("#clear").click();
    await write(page, ONE);
    await waitForText(page, "1");
    assert.ok(!await consent.isVisible());
    assert.deepEqual(await shifted(), []);
  },
);

correctionTest(
  "Escape closes the form first, and clears the sheet then",
  async ({ page }) => {
    await write(page, SEVEN);
    await waitForText(page, "7");
    await page.locator(".correction summary").click();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".correction[open]").count(), 0);
    assert.ok(
      await page.locator(".correction summary:focus").isVisible(),
      "who was within it is lost",
    );
    await waitForText(page, "7");
    assert.equal((await keptStrokes(page)).length, 1);
    await page.keyboard.press("Escape");
    await waitForText(page, "");
  },
);

correctionTest(
  "without scripts a correction is answered with a page, and can be taken back",
  async ({ page }, store) => {
    await page.locator("#picture").setInputFiles({
      name: "seven.png",
      mimeType: "image/png",
      buffer: Buffer.from(sevenPng),
    });
    await page.getByRole("button", { name: "Read it" }).click();
    await page.locator(".correction summary").click();
    await page.locator(".correction-answers button[value=none]").click();
    await page.getByText("Thank you, it is stored.").waitFor();
    assert.equal((await store.list({}, ALL))[0]?.digit, null);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("It is deleted again.").waitFor();
    assert.equal(await store.count({}), 0);
  },
  { javaScriptEnabled: false },
);

correctionTest(
  "the operator signs in, deletes what was ticked after a question, and signs out",
  async ({ page, url }, store) => {
    await write(page, SEVEN);
    await waitForText(page, "7");
    await page.locator(".correction summary").click();
    await page.locator(".correction-answers button[value='2']").click();
    await page.getByText("Thank you").waitFor();
    await page.goto(`${url}corrections`);
    await page.getByLabel("Token of the operator").fill(TOKEN);
    await page.keyboard.press("Enter");
    await page.getByText("Found: 1").waitFor();
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Delete those ticked" }).click();
    await page.getByText("Corrections to delete: 1").waitFor();
    assert.equal(await store.count({}), 1);
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByText("Deleted: 1").waitFor();
    assert.equal(await store.count({}), 0);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.locator("#pad").waitFor();
    await page.goto(`${url}corrections`);
    assert.ok(await page.getByLabel("Token of the operator").isVisible());
  },
);
