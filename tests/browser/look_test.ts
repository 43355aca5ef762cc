import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { sevenPng } from "../app/drawing.ts";
import { thatRead } from "../app/services.ts";
import { madeReading } from "../app/made_reading.ts";
import { comparison, fullReport } from "../app/model_report.ts";
import type { Services } from "../../src/routes/services.ts";
import { LANGUAGES } from "../../src/views/words/language.ts";
import { browserTest } from "./browser.ts";
import { contrast } from "./contrast.ts";
import type { Page } from "./playwright.ts";
import { ONE, SEVEN, waitForText, watchShifts, write } from "./write.ts";

const LIGHT = "rgb(243, 240, 233)";
const DARK = "rgb(22, 24, 29)";

const style = (page: Page, selector: string, property: string) =>
  page.evaluate<string>(
    `getComputedStyle(document.querySelector("${selector}"))
      .getPropertyValue("${property}")`,
  );
const desk = (page: Page) => style(page, "body", "background-color");

/** A server with every section of the model card that finds one text. */
const withAll = (text: string) => (services: Services): Services => ({
  ...thatRead(services, madeReading(text)),
  report: fullReport,
  comparison,
});

async function sendPicture(page: Page): Promise<void> {
  await page.locator("#picture").setInputFiles({
    name: "number.png",
    mimeType: "image/png",
    buffer: Buffer.from(sevenPng),
  });
  await page.locator("#result.read").waitFor();
}

browserTest(
  "the theme changes in place: what is written and read stays",
  async ({ page, url }) => {
    await write(page, SEVEN);
    await waitForText(page, "7");
    const sheet = () => page.evaluate(`pad.toDataURL()`);
    const before = await sheet();
    const dark = page.getByRole("button", { name: "Dark" });
    const kept = page.waitForResponse("**/preferences");
    await dark.click();
    await kept;
    assert.equal(await desk(page), DARK);
    assert.equal(await dark.getAttribute("aria-pressed"), "true");
    assert.equal(await sheet(), before);
    await waitForText(page, "7");
    await page.goto(`${url}model`);
    assert.equal(await desk(page), DARK);
  },
  { colorScheme: "light" },
);

browserTest(
  "the system's theme is followed until another is chosen, and again after",
  async ({ page }) => {
    assert.equal(await desk(page), DARK);
    await page.getByRole("button", { name: "Light" }).click();
    assert.equal(await desk(page), LIGHT);
    await page.getByRole("button", { name: "As the system" }).click();
    assert.equal(await desk(page), DARK);
    await page.emulateMedia({ colorScheme: "light" });
    assert.equal(await desk(page), LIGHT);
  },
  { colorScheme: "dark" },
);

browserTest(
  "the switches work where scripts are off, and stay on their page",
  async ({ page, url }) => {
    await page.goto(`${url}model`);
    await page.getByRole("button", { name: "Dark" }).click();
    assert.equal(page.url(), `${url}model`);
    assert.equal(await desk(page), DARK);
    await page.getByRole("button", { name: "RU" }).click();
    assert.equal(page.url(), `${url}model`);
    assert.equal(await page.locator("html").getAttribute("lang"), "ru");
    assert.equal(await desk(page), DARK);
  },
  { colorScheme: "light", javaScriptEnabled: false },
);

browserTest(
  "a form without scripts names this site as its origin",
  async ({ page, url }) => {
    const asked = page.waitForRequest("**/preferences");
    await page.getByRole("button", { name: "RU" }).click();
    const { origin } = await (await asked).allHeaders();
    assert.equal(origin, new URL(url).origin);
  },
  { javaScriptEnabled: false },
);

browserTest(
  "a language that is chosen is that of the answers as well",
  async ({ page }) => {
    await page.getByRole("button", { name: "RU" }).click();
    await page.locator('html[lang="ru"]').waitFor();
    await write(page, SEVEN);
    await waitForText(page, "7");
    assert.match(
      await page.locator(".verdict").innerText(),
      /^(Это|Вероятно,) 7$/,
    );
  },
);

browserTest(
  "a theme out of the server's reach holds for the page",
  async ({ page, disconnect }) => {
    await disconnect();
    await page.getByRole("button", { name: "Dark" }).click();
    assert.equal(await desk(page), DARK);
  },
  { colorScheme: "light" },
);

/** Fails where the page is wider than the screen, with letters that large. */
async function assertFits(page: Page, what: string, letters = "100%") {
  const overflow = await page.evaluate(
    `document.documentElement.style.fontSize = "${letters}";
     document.documentElement.scrollWidth - innerWidth`,
  );
  assert.equal(overflow, 0, `${what}, letters of ${letters}`);
}

/** Opens what can be opened under an answer, and waits for its pictures. */
async function openInsights(page: Page): Promise<void> {
  for (const kind of ["thinking", "growth"]) {
    await page.locator(`.${kind} summary >> visible=true`).click();
  }
  await page.locator(".thought img >> visible=true").nth(5).waitFor();
}

for (const locale of LANGUAGES) {
  for (const width of [320, 390, 640, 1280]) {
    browserTest(
      `nothing is cut off at ${width} pixels in ${locale}`,
      async ({ page, url }) => {
        await assertFits(page, "an empty sheet");
        await sendPicture(page);
        await assertFits(page, "a number");
        await openInsights(page);
        await assertFits(page, "all that can be opened");
        await page.goto(`${url}nowhere`);
        await assertFits(page, "a problem");
        await page.goto(`${url}model`);
        await assertFits(page, "the model card");
      },
      { viewport: { width, height: 640 }, locale },
      withAll("40721~\n7?"),
    );
  }

  browserTest(
    `nothing is cut off in ${locale} where letters are twice as large`,
    async ({ page, url }) => {
      await assertFits(page, "an empty sheet", "200%");
      await sendPicture(page);
      await assertFits(page, "a number", "200%");
      await openInsights(page);
      await assertFits(page, "all that can be opened", "200%");
      await page.setViewportSize({ width: 640, height: 640 });
      await page.goto(`${url}model`);
      await assertFits(page, "the model card", "200%");
    },
    { viewport: { width: 390, height: 640 }, locale },
    withAll("40721~\n7?"),
  );
}

for (const width of [320, 390]) {
  browserTest(
    `a Russian page of ${width} pixels does not shift while answers arrive`,
    async ({ page }) => {
      const shifted = await watchShifts(page);
      await write(page, ONE);
      await waitForText(page, "1");
      await page.locator("#clear").click();
      await write(page, SEVEN);
      await waitForText(page, "7");
      assert.deepEqual(await shifted(), []);
    },
    { viewport: { width, height: 844 }, locale: "ru" },
  );
}

browserTest(
  "on paper there is the answer in dark ink, and nothing to press",
  async ({ page }) => {
    await sendPicture(page);
    await page.emulateMedia({ media: "print" });
    for (const part of ["#pad", "#picture", ".switches", ".footer"]) {
      assert.equal(await page.locator(part).isVisible(), false, part);
    }
    for (
      const part of [".text", ".map", ".bars >> nth=0", ".stages >> nth=0"]
    ) {
      assert.equal(await page.locator(part).isVisible(), true, part);
    }
    assert.equal(await desk(page), "rgb(255, 255, 255)");
    const ink = await style(page, ".verdict", "color");
    assert.ok(contrast(ink, "rgb(255, 255, 255)") >= 4.5, ink);
  },
  { colorScheme: "dark" },
  withAll("407"),
);

browserTest(
  "ink stays on light paper where the system picks the colours",
  async ({ page }) => {
    const paper = await style(page, ".paper", "background-color");
    assert.ok(contrast(paper, "rgb(29, 39, 70)") >= 7, paper);
    const bar = await style(page, ".bars svg", "background-color");
    assert.equal(bar, await desk(page));
  },
  { forcedColors: "active", colorScheme: "dark" },
);

browserTest(
  "nothing moves for who wants less motion",
  async ({ page }) => {
    for (const part of [".bars rect", ".answer"]) {
      assert.equal(await style(page, part, "transition-property"), "none");
    }
  },
  { reducedMotion: "reduce" },
);
