import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { comparison, fullReport } from "../app/model_report.ts";
import { createServices } from "../app/services.ts";
import { browserTest } from "./browser.ts";
import { contrast } from "./contrast.ts";
import type { Page } from "./playwright.ts";

const app = createApp({
  ...createServices(),
  report: fullReport,
  comparison,
});

/** Opens the model page of a server whose report has every section. */
async function openModelPage(page: Page, url: string): Promise<void> {
  await page.route("**/model", async (route) => {
    const response = await app.request("/model");
    await route.fulfill({
      body: await response.text(),
      headers: Object.fromEntries(response.headers),
    });
  });
  await page.goto(`${url}model`);
}

for (const width of [320, 390, 768, 1280]) {
  browserTest(
    `the model page is as wide as a screen of ${width} pixels`,
    async ({ page, url }) => {
      await openModelPage(page, url);
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - innerWidth",
      );
      assert.equal(overflow, 0);
    },
    { viewport: { width, height: 800 } },
  );
}

browserTest(
  "figures on charts can be read on a phone",
  async ({ page, url }) => {
    await openModelPage(page, url);
    const smallest = await page.evaluate<number>(
      `Math.min(...Array.from(document.querySelectorAll("svg text"), (text) => {
        const { a, b } = text.getScreenCTM();
        return parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b);
      }))`,
    );
    assert.ok(smallest >= 10, `${smallest} pixels`);
  },
  { viewport: { width: 390, height: 800 } },
);

/** Red, green and blue, and how much of them, of "rgb(1, 2, 3)". */
function mix(color: string, share: number, ground: string): string {
  const parts = (text: string) => text.match(/\d+/g)!.map(Number);
  const below = parts(ground);
  const mixed = parts(color).map((value, i) =>
    Math.round(share * value + (1 - share) * below[i]!)
  );
  return `rgb(${mixed.join(", ")})`;
}

for (const colorScheme of ["light", "dark"] as const) {
  browserTest(
    `figures on the ${colorScheme} confusion matrix can be read`,
    async ({ page, url }) => {
      await openModelPage(page, url);
      const cells = await page.evaluate<[string, string, string][]>(
        `[...document.querySelectorAll(".confusion g:has(text)")].map((cell) => {
          const { fill, fillOpacity } = getComputedStyle(cell.children[0]);
          return [fill, fillOpacity, getComputedStyle(cell.children[1]).fill];
        })`,
      );
      const desk = await page.evaluate<string>(
        "getComputedStyle(document.body).backgroundColor",
      );
      assert.ok(cells.length > 10);
      for (const [fill, share, ink] of cells) {
        const ground = mix(fill, Number(share), desk);
        assert.ok(contrast(ink, ground) >= 4.5, `${ink} on ${ground}`);
      }
    },
    { colorScheme },
  );

  browserTest(
    `charts stand out from the ${colorScheme} page`,
    async ({ page, url }) => {
      await openModelPage(page, url);
      const [desk, line] = await page.evaluate<[string, string]>(
        `[getComputedStyle(document.body).backgroundColor,
          getComputedStyle(document.querySelector(".line")).stroke]`,
      );
      assert.ok(contrast(desk, line) >= 4.5, `${line} on ${desk}`);
    },
    { colorScheme },
  );
}

browserTest(
  "the page with the sheet leads to the model page",
  async ({ page }) => {
    await page.getByRole("link", { name: /model card/ }).click();
    const heading = page.getByRole("heading", { level: 1 });
    assert.match(await heading.innerText(), /network/);
  },
);
