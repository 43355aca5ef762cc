import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { blankPng, sevenPng } from "../app/drawing.ts";
import { browserTest, type PageOptions } from "./browser.ts";
import {
  countInk,
  FOUR,
  ONE,
  SEVEN,
  waitForText,
  watchShifts,
  write,
  writeByTouch,
} from "./write.ts";

const PHONE: PageOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  hasTouch: true,
  isMobile: true,
};
/** Longer than the page waits after a stroke, and the server takes to read. */
const A_WHILE = 600;

const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: "image/png",
  buffer: Buffer.from(bytes),
});

browserTest("a digit is read by itself after a stroke", async ({ page }) => {
  await write(page, SEVEN);
  await waitForText(page, "7");
  const verdict = await page.locator(".verdict").innerText();
  assert.match(verdict, /^(It is|Probably) a 7$/);
  assert.equal(await page.locator(".stage img").count(), 5);
});

browserTest("strokes add up to one digit", async ({ page }) => {
  await write(page, FOUR);
  await waitForText(page, "4");
});

browserTest("a tap leaves a dot, which is sent", async ({ page }) => {
  await write(page, [[[0.5, 0.5]]]);
  await page.locator("#result.read").waitFor({ timeout: 5000 });
  assert.ok(await countInk(page) > 0);
});

browserTest(
  "the page does not shift while answers arrive",
  async ({ page }) => {
    const shifted = await watchShifts(page);
    await write(page, SEVEN);
    await waitForText(page, "7");
    await page.keyboard.press("Escape");
    await write(page, ONE);
    await waitForText(page, "1");
    assert.deepEqual(await shifted(), []);
  },
);

browserTest(
  "undo takes back the last stroke, and what it made",
  async ({ page }) => {
    await write(page, ONE);
    await waitForText(page, "1");
    const before = await countInk(page);
    await write(page, [[[0.2, 0.8], [0.8, 0.8]]]);
    await page.locator("#undo").click();
    await waitForText(page, "1");
    assert.equal(await countInk(page), before);
    await page.locator("#undo").click();
    await waitForText(page, "");
    assert.equal(await countInk(page), 0);
  },
);

for (const key of ["Escape", "c"]) {
  browserTest(`${key} clears the sheet`, async ({ page }) => {
    await write(page, SEVEN);
    await waitForText(page, "7");
    await page.keyboard.press(key);
    assert.equal(await page.locator("#result").getAttribute("data-text"), "");
    await page.waitForTimeout(A_WHILE);
    assert.equal(await countInk(page), 0);
  });
}

for (const key of ["z", "Control+z"]) {
  browserTest(`${key} takes back a stroke`, async ({ page }) => {
    await write(page, SEVEN);
    await waitForText(page, "7");
    await page.keyboard.press(key);
    await waitForText(page, "");
  });
}

browserTest("a letter typed elsewhere clears nothing", async ({ page }) => {
  await write(page, SEVEN);
  await waitForText(page, "7");
  await page.locator("#picture").focus();
  await page.keyboard.press("c");
  await page.keyboard.press("z");
  await page.waitForTimeout(A_WHILE);
  await waitForText(page, "7");
});

browserTest("no answer to what was cleared ever appears", async ({ page }) => {
  let late = 0;
  await page.route("**/read?of=sheet", async (route) => {
    const response = await route.fetch();
    await new Promise((resolve) => setTimeout(resolve, A_WHILE));
    late++;
    // A request that was given up cannot be answered any more.
    await route.fulfill({ response }).catch(() => {});
  });
  await page.evaluate(`{
    globalThis.texts = [];
    new MutationObserver(() =>
      globalThis.texts.push(document.getElementById("result").dataset.text)
    ).observe(document.body, { attributes: true, subtree: true });
  }`);
  await write(page, SEVEN);
  await page.waitForTimeout(A_WHILE / 2);
  await page.locator("#clear").click();
  await page.waitForTimeout(3 * A_WHILE);
  assert.equal(late, 1);
  assert.deepEqual(await page.evaluate("globalThis.texts.filter(Boolean)"), []);
  await waitForText(page, "");
});

browserTest(
  "a picked file is not waited for once the sheet is cleared",
  async ({ page }) => {
    await page.route("**/read", async (route) => {
      const response = await route.fetch();
      await new Promise((resolve) => setTimeout(resolve, A_WHILE));
      await route.fulfill({ response }).catch(() => {});
    });
    await page.locator("#picture").setInputFiles(file("seven.png", sevenPng));
    await page.waitForTimeout(A_WHILE / 2);
    await page.locator("#clear").click();
    await page.waitForTimeout(2 * A_WHILE);
    await waitForText(page, "");
  },
);

browserTest("an empty sheet is not sent", async ({ page }) => {
  let sent = 0;
  page.on("request", (request) => sent += Number(request.method() === "POST"));
  await page.locator("#clear").click();
  await page.waitForTimeout(A_WHILE);
  assert.equal(sent, 0);
  assert.equal(await page.locator(".verdict").innerText(), "No ink yet");
});

browserTest("a picked file is read at once", async ({ page }) => {
  await page.locator("#picture").setInputFiles(file("seven.png", sevenPng));
  await waitForText(page, "7");
});

browserTest("a picked file without ink is blank", async ({ page }) => {
  await page.locator("#picture").setInputFiles(file("seven.png", sevenPng));
  await waitForText(page, "7");
  await page.locator("#picture").setInputFiles(file("blank.png", blankPng));
  await waitForText(page, "");
  await page.getByText("No writing found").waitFor();
});

browserTest(
  "a file that is no picture is told as a problem",
  async ({ page }) => {
    const text = new TextEncoder().encode("Not a picture.");
    await page.locator("#picture").setInputFiles(file("note.png", text));
    await page.locator("#result.problem").waitFor();
    const verdict = await page.locator(".verdict").innerText();
    assert.equal(verdict, "It could not be read");
    await write(page, SEVEN);
    await waitForText(page, "7");
  },
);

browserTest(
  "a server out of reach is told, and the drawing stays",
  async ({ page, disconnect }) => {
    await write(page, ONE);
    await waitForText(page, "1");
    await disconnect();
    await write(page, [[[0.2, 0.8], [0.8, 0.8]]]);
    await page.locator("#result.problem").waitFor();
    assert.match(await page.locator(".note").innerText(), /cannot be reached/);
    await waitForText(page, "");
    assert.ok(await countInk(page) > 0);
  },
);

browserTest(
  "a plain form reads a picture where scripts are off",
  async ({ page }) => {
    assert.equal(await page.locator("#pad").isVisible(), false);
    await page.locator("#picture").setInputFiles(file("seven.png", sevenPng));
    await page.getByRole("button", { name: "Read it" }).click();
    await waitForText(page, "7");
    assert.match(page.url(), /\/read$/);
  },
  { javaScriptEnabled: false },
);

browserTest(
  "a finger writes, and the page stays where it is",
  async ({ page }) => {
    await page.evaluate("scrollTo(0, 60)");
    await writeByTouch(page, ONE);
    await waitForText(page, "1");
    assert.equal(await page.evaluate("scrollY"), 60);
  },
  PHONE,
);

browserTest(
  "the sheet has a pixel for each of a dense screen",
  async ({ page }) => {
    const [width, height, shownWidth, shownHeight] = await page.evaluate<
      [number, number, number, number]
    >("[pad.width, pad.height, pad.clientWidth, pad.clientHeight]");
    assert.equal(width, Math.round(3 * shownWidth));
    assert.equal(height, Math.round(3 * shownHeight));
  },
  PHONE,
);

browserTest("the strokes survive a turn of the screen", async ({ page }) => {
  await write(page, SEVEN);
  await waitForText(page, "7");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.waitForTimeout(A_WHILE);
  assert.ok(await countInk(page) > 0);
  const overflow = await page.evaluate(
    "document.documentElement.scrollWidth - innerWidth",
  );
  assert.equal(overflow, 0);
});
