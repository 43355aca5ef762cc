import assert from "node:assert/strict";
import { madeReading } from "../app/made_reading.ts";
import { createPictureReader } from "../../src/picture_reader.ts";
import { decode } from "../../src/imaging/decode/decode.ts";
import { LANGUAGES } from "../../src/views/words/language.ts";
import { browserTest } from "./browser.ts";
import type { Page } from "./playwright.ts";
import {
  FOUR,
  ONE,
  SEVEN,
  untilRead,
  waitForText,
  watchShifts,
  write,
  writeByTouch,
  ZERO,
} from "./write.ts";

const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
const DESK = { viewport: { width: 1280, height: 720 } };

/** Fails unless a part is on the screen as a whole. */
async function assertOnScreen(page: Page, part: string): Promise<void> {
  const box = await page.locator(part).boundingBox();
  const { height } = page.viewportSize()!;
  assert.ok(box && box.y >= 0 && box.y + box.height <= height, part);
}

browserTest(
  "on a phone the answer is on the screen beside the sheet",
  async ({ page }) => {
    await writeByTouch(page, SEVEN);
    await waitForText(page, "7");
    for (const part of [".paper", ".tools", ".answer", "#upload", ".samples"]) {
      await assertOnScreen(page, part);
    }
  },
  PHONE,
);

browserTest(
  "on a desk the answer and its bars are on the screen beside the sheet",
  async ({ page }) => {
    await write(page, SEVEN);
    await waitForText(page, "7");
    for (const part of [".paper", ".tools", ".answer", ".odds-card"]) {
      await assertOnScreen(page, part);
    }
  },
  DESK,
);

browserTest(
  "on a phone what can be pressed comes by Tab in the order it is seen",
  async ({ page }) => {
    await write(page, SEVEN);
    await waitForText(page, "7");
    const tops = await page.evaluate<number[]>(
      `[...document.querySelectorAll("main :is(canvas, button, summary)")]
        .filter((one) => one.checkVisibility())
        .map((one) => one.getBoundingClientRect().top)`,
    );
    assert.ok(tops.length > 10);
    const sorted = tops.toSorted((a, b) => a - b);
    // What stands in one row may differ by the height of its letters.
    for (const [i, top] of tops.entries()) {
      assert.ok(Math.abs(top - sorted[i]!) < 24, `${i}: ${tops}`);
    }
  },
  { viewport: PHONE.viewport },
);

for (const [screen, options] of Object.entries({ PHONE, DESK })) {
  for (const kind of ["thinking", "growth"]) {
    browserTest(
      `nothing moves on a ${screen.toLowerCase()} while answers arrive, with ${kind} open`,
      async ({ page }) => {
        await write(page, ONE);
        await waitForText(page, "1");
        await page.locator(`.${kind} summary`).click();
        await page.locator(`.${kind} img`).first().waitFor();
        await page.evaluate("scrollTo(0, 0)");
        await page.locator("#clear").click();
        await waitForText(page, "");
        // What opening it moved is not of the answers to come.
        await page.evaluate(`new Promise((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(resolve))
        )`);
        const shifts = await watchShifts(page);
        const before = await shifts();
        const side = 180;
        await write(page, ZERO, { left: 0, side });
        await waitForText(page, "0");
        await untilRead(page, () => write(page, SEVEN, { left: 150, side }));
        await waitForText(page, "07");
        assert.deepEqual(await shifts(), before);
      },
      options,
    );
  }
}

/** Answers of every kind that people get while they write one number. */
const COURSE = ["7", "7~", "?", "4", "40~", "4?", "407", "40~7?12", "1"];

for (const locale of LANGUAGES) {
  for (const [screen, options] of Object.entries({ PHONE, DESK })) {
    let found = "";
    browserTest(
      `nothing moves on a ${screen.toLowerCase()} when one answer follows another, in ${locale}`,
      async ({ page }) => {
        const shifts = await watchShifts(page);
        for (const text of COURSE) {
          found = text;
          await write(page, [[[0.5, 0.5], [0.5, 0.6]]]);
          await waitForText(page, text.replaceAll("~", ""));
          assert.deepEqual(await shifts(), [], text);
        }
      },
      { ...options, locale },
      (services) => ({
        ...services,
        ...createPictureReader(decode, { read: () => madeReading(found) }),
      }),
    );
  }
}

browserTest(
  "screen readers are told an answer once, and nothing while a digit is written",
  async ({ page }) => {
    await page.evaluate(`{
      globalThis.told = [];
      for (const one of document.querySelectorAll("[role=status], [aria-live]")) {
        let last = one.textContent;
        new MutationObserver(() => {
          if (one.textContent === last) return;
          last = one.textContent;
          told.push(document.querySelector("#result").dataset.text);
        }).observe(one, { childList: true, characterData: true, subtree: true });
      }
    }`);
    await write(page, FOUR);
    await waitForText(page, "4");
    assert.deepEqual(await page.evaluate("told"), ["4"]);
  },
);
