import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { sevenPng } from "../app/drawing.ts";
import { madeReading } from "../app/made_reading.ts";
import { thatRead } from "../app/services.ts";
import { browserTest, type PageOptions, type Visit } from "./browser.ts";
import { contrast } from "./contrast.ts";
import type { Page } from "./playwright.ts";
import {
  FIVE,
  FOUR,
  ONE,
  SEVEN,
  type Stroke,
  untilRead,
  waitForText,
  watchShifts,
  write,
  ZERO,
} from "./write.ts";

const DIGITS = { 0: ZERO, 1: ONE, 4: FOUR, 5: FIVE, 7: SEVEN };
type Digit = keyof typeof DIGITS;
const SCREENS = {
  "a phone": { width: 390, height: 844 },
  "a desk": { width: 1280, height: 800 },
};

/** A test of the page with a server that finds a text in every picture. */
function foundTest(
  name: string,
  text: string,
  test: (visit: Visit) => Promise<void>,
  options?: PageOptions,
): void {
  browserTest(
    name,
    async (visit) => {
      await visit.page.locator("#picture").setInputFiles({
        name: "number.png",
        mimeType: "image/png",
        buffer: Buffer.from(sevenPng),
      });
      await visit.page.locator("#result.read, .verdict >> text=digits")
        .first().waitFor();
      await test(visit);
    },
    options,
    (services) => thatRead(services, madeReading(text)),
  );
}

/** Writes a digit as the n-th of a number whose digits are 160 pixels apart. */
async function writeDigit(page: Page, digit: Digit, place: number) {
  const strokes: readonly Stroke[] = DIGITS[digit];
  await write(page, strokes, { left: 160 * place, side: 200 });
}

/** The text above the bars that are shown. */
const openOdds = (page: Page) =>
  page.locator(".odds >> visible=true").innerText();

browserTest("a number is read as its digits are written", async ({ page }) => {
  const digits = [4, 7, 1, 4, 7, 1, 7] as const;
  for (const [place, digit] of digits.entries()) {
    await writeDigit(page, digit, place);
    await waitForText(page, digits.slice(0, place + 1).join(""));
  }
  assert.equal(await page.locator(".box").count(), digits.length);
});

browserTest("a digit of two strokes is read once", async ({ page }) => {
  const texts = await page.evaluateHandle<string[]>(`{
    const texts = [];
    new MutationObserver(() =>
      texts.push(document.getElementById("result").dataset.text)
    ).observe(document.getElementById("result"), { attributeFilter: ["data-text"] });
    texts;
  }`);
  await writeDigit(page, 1, 0);
  await waitForText(page, "1");
  await writeDigit(page, 4, 1);
  await waitForText(page, "14");
  assert.deepEqual(await texts.jsonValue(), ["1", "14"]);
});

browserTest("407 is read", async ({ page }) => {
  for (const [place, digit] of ([4, 0, 7] as const).entries()) {
    await writeDigit(page, digit, place);
  }
  await waitForText(page, "407");
  assert.equal(await page.locator(".verdict").innerText(), "3 digits");
  assert.equal(await page.locator('img[alt="Pieces"]').count(), 1);
});

for (const next of [0, 1, 5, 7] as const) {
  browserTest(
    `a digit stays as it is while a ${next} is written beside it, stroke by stroke`,
    async ({ page }) => {
      await writeDigit(page, 0, 0);
      await waitForText(page, "0");
      const box = page.locator(".box rect").first();
      const before = await box.boundingBox();
      const strokes: readonly Stroke[] = DIGITS[next];
      for (const stroke of strokes) {
        await untilRead(
          page,
          () => write(page, [stroke], { left: 160, side: 200 }),
        );
        const text = await page.locator("#result").getAttribute("data-text");
        assert.match(text!, /^0.$/);
        assert.equal(await page.locator(".name").first().textContent(), "0");
        const after = await box.boundingBox();
        for (const side of ["x", "y", "width", "height"] as const) {
          assert.ok(Math.abs(after![side] - before![side]) < 2, side);
        }
      }
      await waitForText(page, `0${next}`);
    },
  );
}

for (const [screen, viewport] of Object.entries(SCREENS)) {
  browserTest(
    `nothing moves on ${screen} while a number is written and taken back`,
    async ({ page }) => {
      const shifts = await watchShifts(page);
      const places = () =>
        page.evaluate<number[][]>(
          `[".answer", ".odds-card", ".own", "#result > .stages"].map((name) => {
          const { x, y } = document.querySelector(name).getBoundingClientRect();
          return [x, y];
        })`,
        );
      const before = await places();
      const digits = [0, 4, 7, 1] as const;
      for (const [place, digit] of digits.entries()) {
        await write(page, DIGITS[digit], { left: 85 * place, side: 110 });
        await waitForText(page, digits.slice(0, place + 1).join(""));
        assert.deepEqual(await places(), before);
      }
      await page.locator("#undo").click();
      await waitForText(page, "047");
      await page.locator("#clear").click();
      await waitForText(page, "");
      assert.deepEqual(await places(), before);
      assert.deepEqual(await shifts(), []);
    },
    { viewport },
  );
}

browserTest(
  "a chosen digit stays chosen while others come and go",
  async ({ page }) => {
    await writeDigit(page, 4, 0);
    await writeDigit(page, 7, 1);
    await waitForText(page, "47");
    assert.match(await openOdds(page), /^4 /);
    await page.locator(".box input").nth(1).click();
    assert.match(await openOdds(page), /^7 /);
    await writeDigit(page, 1, 2);
    await waitForText(page, "471");
    assert.match(await openOdds(page), /^7 /);
    for (const text of ["47", "4"]) {
      await page.locator("#undo").click();
      await waitForText(page, text);
    }
    await writeDigit(page, 1, 2);
    await waitForText(page, "41");
    assert.match(await openOdds(page), /^4 /);
  },
);

browserTest(
  "what was written at the right edge is there on a narrow sheet",
  async ({ page }) => {
    await writeDigit(page, 7, 0);
    await writeDigit(page, 4, 6);
    await waitForText(page, "74");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForTimeout(300);
    // All has become smaller and lies at the top: the middle is the next line.
    await write(page, ONE, { left: 120, side: 120 });
    await waitForText(page, "74\n1");
  },
);

browserTest("the picture that is sent has few pixels", async ({ page }) => {
  const sent: number[] = [];
  await page.exposeFunction("tell", (pixels: number) => sent.push(pixels));
  await page.evaluate(`document.addEventListener("written", async (event) => {
    const [file] = event.target.elements.image.files;
    const { width, height } = await createImageBitmap(file);
    tell(width * height);
  }, true)`);
  await writeDigit(page, 1, 0);
  await waitForText(page, "1");
  await write(page, [[[0.1, 0.01], [4.2, 0.99]]]);
  await page.waitForTimeout(600);
  const [one, all] = sent;
  assert.ok(one! < 2 ** 15, `${one} pixels of a digit`);
  assert.ok(all! < 2 ** 18 + 2 ** 11, `${all} pixels of a full sheet`);
});

for (const [screen, viewport] of Object.entries(SCREENS)) {
  foundTest(
    `boxes lie on the map, and the page fits ${screen}`,
    "40721~39?",
    async ({ page }) => {
      const map = await page.locator(".map").boundingBox();
      const box = await page.locator(".box").first().boundingBox();
      for (const side of ["x", "y", "width", "height"] as const) {
        assert.ok(Math.abs(box![side] - map![side]) < 1, side);
      }
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - innerWidth",
      );
      assert.equal(overflow, 0);
      const cut = await page.locator(".text").evaluate((text) =>
        text.scrollWidth - text.clientWidth
      );
      assert.equal(cut, 0);
    },
    { viewport },
  );
}

for (const text of ["902", "40721394", "314159265358\n97", "1\n2\n3"]) {
  foundTest(
    `the answer ${JSON.stringify(text)} fits its row, and is no stop of Tab`,
    text,
    ({ page }) => assertNoScroller(page),
  );
}

browserTest(
  "the place of an answer is no stop of Tab",
  ({ page }) => assertNoScroller(page),
);

/** Fails where the big answer scrolls, or has more lines than its row holds. */
async function assertNoScroller(page: Page): Promise<void> {
  const found = await page.locator(".text").evaluate((text) => {
    text.scrollTop = 99;
    const range = text.ownerDocument.createRange();
    range.selectNodeContents(text);
    const [inner, outer] = [range, text].map((it) =>
      it.getBoundingClientRect()
    );
    // Beyond a glyph's own overhang, which is not a line.
    const isCut = inner!.height > outer!.height * 1.25;
    return { scrolled: text.scrollTop, isCut };
  });
  assert.deepEqual(found, { scrolled: 0, isCut: false });
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(".text:focus").count(), 0);
  }
}

foundTest("arrow keys go from digit to digit", "40~?", async ({ page }) => {
  await page.locator("#digit-1").focus();
  await page.keyboard.press("ArrowRight");
  assert.match(await openOdds(page), /^0 75.0%, or 1 25.0%$/);
  await page.keyboard.press("ArrowRight");
  assert.match(await openOdds(page), /^\? no digit/);
  await page.keyboard.press("ArrowRight");
  assert.match(await openOdds(page), /^4 /);
});

foundTest(
  "a reader of the screen hears the boxes as choices",
  "40~?",
  async ({ page }) => {
    const radios = page.locator("#result").getByRole("radio");
    assert.equal(await radios.count(), 3);
    await page.getByRole("radio", { name: "2: 0, 75.0% sure, or 1" }).check();
    assert.match(await openOdds(page), /^0 /);
  },
);

for (const colorScheme of ["light", "dark"] as const) {
  foundTest(
    `what is told of several digits can be read on the ${colorScheme} page`,
    "40~?",
    async ({ page }) => {
      await page.locator("#digit-2").check();
      const color = (name: string, property: string) =>
        page.evaluate<string>(`getComputedStyle(
          [...document.querySelectorAll("${name}")]
            .find((element) => element.checkVisibility()),
        ).getPropertyValue("${property}")`);
      const desk = await color("body", "background-color");
      const paper = await color(".paper", "background-color");
      const panel = await color(
        ".odds-card",
        "background-color",
      );
      const texts = [
        [".text", "color", desk],
        [".note", "color", desk],
        [".odds", "color", panel],
        [".bars b", "color", panel],
        [".sure .name", "fill", paper],
        [".unsure .name", "fill", paper],
        [".rejected .name", "fill", paper],
        [".sure .odd", "fill", paper],
      ] as const;
      for (const [name, property, ground] of texts) {
        const ink = await color(name, property);
        assert.ok(contrast(ink, ground) >= 4.5, `${name}: ${ink} on ${ground}`);
      }
    },
    { colorScheme },
  );
}

browserTest(
  "boxes open digits where scripts are off",
  async ({ page }) => {
    await page.locator("#picture").setInputFiles({
      name: "number.png",
      mimeType: "image/png",
      buffer: Buffer.from(sevenPng),
    });
    await page.getByRole("button", { name: "Read it" }).click();
    await waitForText(page, "40");
    await page.locator(".box input").nth(1).click();
    assert.match(await openOdds(page), /^0 75.0%/);
  },
  { javaScriptEnabled: false },
  (services) => thatRead(services, madeReading("40~")),
);
