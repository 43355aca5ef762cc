import assert from "node:assert/strict";
import { browserTest } from "./browser.ts";

browserTest(
  "code is copied by one press, and the button says so",
  async ({ page, url }) => {
    await page.context().grantPermissions([
      "clipboard-read",
      "clipboard-write",
    ]);
    await page.goto(`${url}docs`);
    const block = page.locator("#examples ~ details .code").first();
    const button = block.getByRole("button");
    await button.click();
    await page.waitForFunction(
      "document.querySelector('.copy').textContent === 'Copied'",
    );
    assert.equal(
      await page.evaluate("navigator.clipboard.readText()"),
      await block.locator("code").textContent(),
    );
  },
);

browserTest("the API's page never scrolls sideways", async ({ page, url }) => {
  await page.goto(`${url}docs`);
  await page.evaluate(
    "document.querySelectorAll('details').forEach((part) => part.open = true)",
  );
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    assert.equal(
      await page.evaluate("document.documentElement.scrollWidth"),
      width,
    );
  }
});
