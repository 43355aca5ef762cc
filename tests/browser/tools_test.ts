import assert from "node:assert/strict";
import { browserTest } from "./browser.ts";
import type { Page } from "./playwright.ts";
import {
  countInk,
  FIVE,
  FOUR,
  keptStrokes,
  ONE,
  SEVEN,
  type Stroke,
  untilRead,
  waitForText,
  watchShifts,
  watchTexts,
  write,
  writeByPen,
} from "./write.ts";

/** Straight down, so that its ink is as wide as its pixels are many. */
const LINE: readonly Stroke[] = [[[0.5, 0.2], [0.5, 0.8]]];
const PENS = ["Thin pen", "Medium pen", "Thick pen"];

const pen = (page: Page, name: string | RegExp) =>
  page.locator(".pens").getByRole("radio", { name });

for (const [place, name] of PENS.entries()) {
  browserTest(
    `a seven of the ${name.toLowerCase()} is read`,
    async ({ page }) => {
      await pen(page, name).check();
      await write(page, SEVEN);
      await waitForText(page, "7");
      const [[width] = []] = await keptStrokes(page);
      assert.equal(width, [6, 12, 20][place]);
    },
  );
}

browserTest("a thicker pen leaves more ink", async ({ page }) => {
  const ink: number[] = [];
  for (const name of PENS) {
    await pen(page, name).check();
    await write(page, LINE);
    ink.push(await countInk(page));
    await page.locator("#clear").click();
  }
  const [thin, medium, thick] = ink;
  assert.ok(thin! < 0.7 * medium! && medium! < 0.7 * thick!, `${ink}`);
});

browserTest(
  "a pen that is pressed makes the line wider, within bounds",
  async ({ page }) => {
    const ink: number[] = [];
    for (const force of [0.01, 0.3, 0.5, 0.8, 1]) {
      await writeByPen(page, LINE, force);
      ink.push(await countInk(page));
      await page.locator("#clear").click();
    }
    const [lightest, , usual, , hardest] = ink;
    assert.deepEqual(ink.toSorted((a, b) => a - b), ink);
    assert.ok(lightest! > usual! / 2, `${ink}`);
    assert.ok(hardest! < usual! * 1.7, `${ink}`);
    await write(page, LINE);
    assert.equal(await countInk(page), usual);
  },
);

browserTest(
  "a seven of a pen whose pressure changes is read",
  async ({ page }) => {
    await writeByPen(page, SEVEN, 0.9);
    await waitForText(page, "7");
  },
);

browserTest(
  "the eraser takes the strokes it touches, and undo brings them back",
  async ({ page }) => {
    await write(page, FOUR, { left: 0 });
    await write(page, ONE, { left: 200 });
    await waitForText(page, "41");
    const ink = await countInk(page);
    await pen(page, /Eraser/).check();
    await write(page, [[[0.3, 0.5], [0.7, 0.5]]], { left: 200 });
    await waitForText(page, "4");
    await page.locator("#undo").click();
    await waitForText(page, "41");
    assert.equal(await countInk(page), ink);
  },
);

browserTest(
  "one sweep of the eraser is one step, and none where it met nothing",
  async ({ page }) => {
    await write(page, FOUR);
    await waitForText(page, "4");
    await page.keyboard.press("e");
    await write(page, [[[1.5, 0.1], [1.5, 0.9]]]);
    assert.equal((await keptStrokes(page)).length, 2);
    await write(page, [[[0.2, 0.5], [0.8, 0.7]]]);
    await waitForText(page, "");
    assert.equal(await countInk(page), 0);
    await page.locator("#undo").click();
    await waitForText(page, "4");
    await page.locator("#undo").click();
    assert.equal((await keptStrokes(page)).length, 1);
  },
);

for (
  const keys of [["z", "y"], ["Control+z", "Control+y"], [
    "Control+z",
    "Control+Shift+Z",
  ]]
) {
  browserTest(
    `${keys[0]} takes back, ${keys[1]} does it again`,
    async ({ page }) => {
      await write(page, FOUR);
      await waitForText(page, "4");
      const ink = await countInk(page);
      await page.keyboard.press(keys[0]!);
      await page.keyboard.press(keys[0]!);
      await waitForText(page, "");
      await page.keyboard.press(keys[1]!);
      await page.keyboard.press(keys[1]!);
      await waitForText(page, "4");
      assert.equal(await countInk(page), ink);
    },
  );
}

browserTest(
  "what was taken back is gone once more is written",
  async ({ page }) => {
    await write(page, SEVEN);
    await page.locator("#undo").click();
    await write(page, ONE);
    await waitForText(page, "1");
    assert.equal(
      await page.locator("#redo").getAttribute("aria-disabled"),
      "true",
    );
    await page.keyboard.press("y");
    assert.equal((await keptStrokes(page)).length, 1);
  },
);

browserTest("undo after clear brings everything back", async ({ page }) => {
  await write(page, FOUR);
  await waitForText(page, "4");
  const ink = await countInk(page);
  await page.keyboard.press("c");
  await waitForText(page, "");
  await page.keyboard.press("z");
  await waitForText(page, "4");
  assert.equal(await countInk(page), ink);
});

browserTest("1, 2, 3 and E choose what is written with", async ({ page }) => {
  await page.locator("#pad").focus();
  const chosen = () =>
    page.locator(".pens :checked").getAttribute("aria-label");
  for (const [place, name] of PENS.entries()) {
    await page.keyboard.press(String(place + 1));
    assert.equal(await chosen(), name);
  }
  await page.keyboard.press("e");
  assert.match((await chosen())!, /^Eraser/);
});

browserTest(
  "keys act by their place where letters are not Latin",
  async ({ page }) => {
    await write(page, SEVEN);
    await waitForText(page, "7");
    await page.locator("#pad").dispatchEvent("keydown", {
      key: "я",
      code: "KeyZ",
      bubbles: true,
    });
    await waitForText(page, "");
  },
);

browserTest(
  "Escape closes the list of keys before it clears",
  async ({ page }) => {
    await write(page, SEVEN);
    await waitForText(page, "7");
    await page.locator(".keys-button").click();
    assert.ok(await page.locator("#keys").isVisible());
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#keys").isVisible(), false);
    await waitForText(page, "7");
  },
);

browserTest(
  "every key that a tool names is in the list of keys",
  async ({ page }) => {
    const named = await page.evaluate<string[]>(
      `[...document.querySelectorAll(".tools [aria-keyshortcuts]")]
      .map((tool) => tool.getAttribute("aria-keyshortcuts").split(" ")[0])`,
    );
    const listed = await page.locator(".keys kbd").allTextContents();
    assert.equal(named.length, 7);
    for (const key of named) assert.ok(listed.includes(key), key);
  },
);

browserTest(
  "strokes survive a reload, and are read again",
  async ({ page }) => {
    await write(page, FOUR);
    await waitForText(page, "4");
    const strokes = await keptStrokes(page);
    await page.reload();
    await waitForText(page, "4");
    assert.deepEqual(await keptStrokes(page), strokes);
    await page.locator("#undo").click();
    assert.equal((await keptStrokes(page)).length, 1);
  },
);

browserTest("strokes survive a change of language", async ({ page, url }) => {
  await write(page, SEVEN);
  await waitForText(page, "7");
  await page.context().addCookies([{ name: "language", value: "ru", url }]);
  await page.goto(url);
  await waitForText(page, "7");
  assert.equal(await page.locator("#undo .label").textContent(), "Отменить");
});

for (const broken of ["{", "[[12]]", '[["x",1,2,1]]', "7"]) {
  browserTest(
    `kept strokes that are broken (${broken}) are none`,
    async ({ page }) => {
      await page.evaluate(
        `sessionStorage.setItem("inkling.strokes", ${JSON.stringify(broken)})`,
      );
      await page.reload();
      await write(page, ONE);
      await waitForText(page, "1");
    },
  );
}

browserTest(
  "growth is told by a picture after each stroke, the last one whole",
  async ({ page }) => {
    await write(page, FOUR);
    await waitForText(page, "4");
    const sizes = () =>
      page.evaluate<[string, number, number][]>(`(async () => {
      const detail = { pictures: [] };
      document.querySelector(".sheet")
        .dispatchEvent(new CustomEvent("growth", { detail }));
      return Promise.all(detail.pictures.map(async (file) => {
        const { width, height } = await createImageBitmap(file);
        return [file.type, width, height];
      }));
    })()`);
    const two = await sizes();
    assert.equal(two.length, 2);
    assert.deepEqual(two[0], two[1]);
    assert.equal(two[0]![0], "image/png");
    for (let i = 0; i < 30; i++) {
      await write(page, [[[0.1 + 0.05 * i, 0.9]]]);
    }
    assert.equal((await sizes()).length, 24);
  },
);

browserTest(
  "an answer that comes while more is written is not shown",
  async ({ page }) => {
    await page.route("**/read?of=sheet", async (route) => {
      const response = await route.fetch();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.fulfill({ response }).catch(() => {});
    });
    const texts = await watchTexts(page);
    await write(page, FOUR.slice(0, 1));
    await page.waitForTimeout(200);
    await write(page, FOUR.slice(1));
    await waitForText(page, "4");
    assert.deepEqual(await texts(), ["4"]);
  },
);

browserTest(
  "half a digit is not shown as none while the other half may come",
  async ({ page }) => {
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(60_000);
    const texts = await watchTexts(page);
    const answered = page.waitForResponse("**/read?of=sheet");
    await write(page, FIVE.slice(1));
    await page.clock.runFor(100);
    assert.match(await (await answered).text(), /data-text="\?"/);
    await page.clock.runFor(200);
    await write(page, FIVE.slice(0, 1));
    await page.clock.runFor(100);
    await waitForText(page, "5");
    assert.deepEqual(await texts(), ["5"]);
  },
);

browserTest("what stays none is shown as none", async ({ page }) => {
  await write(page, FIVE.slice(1));
  await waitForText(page, "?");
});

for (const width of [320, 390]) {
  browserTest(
    `the tools are one row of fingertips on a phone of ${width} pixels`,
    async ({ page }) => {
      const boxes = await page.evaluate<
        { x: number; y: number; width: number; height: number }[]
      >(
        `[...document.querySelectorAll(".pens label, .tools > button")]
          .filter((tool) => tool.checkVisibility())
          .map((tool) => tool.getBoundingClientRect().toJSON())`,
      );
      assert.equal(boxes.length, 7);
      for (const box of boxes) {
        assert.ok(box.width >= 43 && box.height >= 42, `${box.width}`);
        assert.ok(box.x >= 0 && box.x + box.width <= width);
        assert.ok(Math.abs(box.y - boxes[0]!.y) <= 1);
      }
      const widest = await page.evaluate<number>(
        `Math.max(...[...document.body.querySelectorAll(":not(.spoken)")]
          .filter((one) => one.checkVisibility() && !one.closest("ol"))
          .map((one) => one.getBoundingClientRect().right))`,
      );
      assert.ok(widest <= width, `${widest}`);
    },
    {
      viewport: { width, height: 700 },
      hasTouch: true,
      isMobile: true,
    },
  );
}

browserTest("nothing moves while tools are used", async ({ page }) => {
  const shifts = await watchShifts(page);
  await untilRead(page, () => write(page, SEVEN));
  await page.keyboard.press("3");
  await untilRead(page, () => write(page, ONE, { left: 200 }));
  for (const id of ["undo", "redo", "clear", "undo"]) {
    await page.locator(`#${id}`).click();
  }
  await waitForText(page, "71");
  assert.deepEqual(await shifts(), []);
});
