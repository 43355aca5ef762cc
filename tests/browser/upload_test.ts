import assert from "node:assert/strict";
import { sevenJpeg, sevenPng } from "../app/drawing.ts";
import { exifSegment, makeExif } from "../imaging/make_jpeg.ts";
import { joinBytes } from "../imaging/make_png.ts";
import { browserTest } from "./browser.ts";
import { file, makeSeven, watchSent } from "./files.ts";
import type { Page } from "./playwright.ts";
import { countInk, ONE, waitForText, watchShifts, write } from "./write.ts";

/** Holds files over the page, or drops them there, as the desktop does. */
async function drag(
  page: Page,
  type: "dragEnter" | "dragOver" | "drop" | "dragCancel",
  files: readonly string[],
) {
  const session = await page.context().newCDPSession(page);
  await session.send("Input.dispatchDragEvent", {
    type,
    x: 200,
    y: 500,
    data: { items: [], files: [...files], dragOperationsMask: 1 },
  });
}

/** Files in a folder of their own. */
async function saved(files: readonly (readonly [string, Uint8Array])[]) {
  const folder = await Deno.makeTempDir();
  const paths = files.map(([name]) => `${folder}/${name}`);
  for (const [place, [, bytes]] of files.entries()) {
    await Deno.writeFile(paths[place]!, bytes);
  }
  return { paths, remove: () => Deno.remove(folder, { recursive: true }) };
}

browserTest(
  "a picture dropped anywhere is read, and the page shows that it may be",
  async ({ page }) => {
    const { paths, remove } = await saved([["seven.png", sevenPng]]);
    const shifts = await watchShifts(page);
    const veil = page.locator("#veil");
    await drag(page, "dragEnter", paths);
    await drag(page, "dragOver", paths);
    await veil.waitFor();
    await drag(page, "drop", paths);
    await waitForText(page, "7");
    assert.equal(await veil.isVisible(), false);
    assert.deepEqual(await shifts(), []);
    await remove();
  },
);

browserTest(
  "files that are carried away again leave no trace",
  async ({ page }) => {
    const { paths, remove } = await saved([["seven.png", sevenPng]]);
    await drag(page, "dragEnter", paths);
    await drag(page, "dragOver", paths);
    await page.locator("#veil").waitFor();
    await drag(page, "dragCancel", paths);
    await page.locator("#veil").waitFor({ state: "hidden" });
    assert.equal(await page.locator("#result.blank").count(), 1);
    await remove();
  },
);

browserTest(
  "of several files the first picture is read, and the page says so",
  async ({ page }) => {
    const { paths, remove } = await saved([
      ["note.txt", new TextEncoder().encode("7")],
      ["seven.png", sevenPng],
      ["other.png", sevenPng],
    ]);
    await drag(page, "dragEnter", paths);
    await drag(page, "dragOver", paths);
    await drag(page, "drop", paths);
    await waitForText(page, "7");
    const note = page.locator("#upload-note");
    assert.equal(
      await note.textContent(),
      "Several files came: only seven.png is read.",
    );
    await page.locator("#picture").setInputFiles(file("seven.png", sevenPng));
    await page.locator("#upload-note:not(.told)").waitFor();
    await remove();
  },
);

browserTest("a picture is pasted from the clipboard", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(`(async () => {
    const bytes = Uint8Array.fromBase64("${sevenPng.toBase64()}");
    const blob = new Blob([bytes], { type: "image/png" });
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
  })()`);
  await page.keyboard.press("Control+v");
  await waitForText(page, "7");
});

browserTest("text that is pasted changes nothing", async ({ page }) => {
  await write(page, ONE);
  await waitForText(page, "1");
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "7");
    document.body.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true }),
    );
  }`);
  await page.waitForTimeout(300);
  await waitForText(page, "1");
});

browserTest(
  "a photo of 4000x3000 pixels is sent smaller, and read",
  async ({ page }) => {
    const photo = await makeSeven(page, {
      type: "image/jpeg",
      width: 4000,
      height: 3000,
    });
    const sent = await watchSent(page);
    await page.locator("#picture").setInputFiles(
      file("photo.jpg", photo, "image/jpeg"),
    );
    await waitForText(page, "7");
    const { type, width, height, size } = await sent();
    assert.deepEqual([type, width, height], ["image/jpeg", 2048, 1536]);
    assert.ok(size < photo.length);
  },
);

browserTest(
  "a large photo that lies on its side is sent upright",
  async ({ page }) => {
    const lying = await makeSeven(page, {
      type: "image/jpeg",
      width: 4000,
      height: 3000,
      turns: 3,
    });
    const [start, rest] = [lying.subarray(0, 2), lying.subarray(2)];
    const photo = joinBytes([start, exifSegment(makeExif(6)), rest]);
    const sent = await watchSent(page);
    await page.locator("#picture").setInputFiles(
      file("photo.jpg", photo, "image/jpeg"),
    );
    await waitForText(page, "7");
    const { width, height } = await sent();
    assert.deepEqual([width, height], [1536, 2048]);
  },
);

for (
  const [name, bytes, type] of [["seven.png", sevenPng, "image/png"], [
    "seven.jpg",
    sevenJpeg,
    "image/jpeg",
  ]] as const
) {
  browserTest(
    `${name} is small enough to be sent as it is`,
    async ({ page }) => {
      const sent = await watchSent(page);
      await page.locator("#picture").setInputFiles(file(name, bytes, type));
      await waitForText(page, "7");
      assert.equal((await sent()).size, bytes.length);
    },
  );
}

for (const clear of [false, true]) {
  browserTest(
    `a WebP ${clear ? "without paper" : "picture"} is sent as it is`,
    async ({ page }) => {
      const bytes = await makeSeven(page, {
        type: "image/webp",
        width: 300,
        height: 400,
        clear,
      });
      const sent = await watchSent(page);
      await page.locator("#picture").setInputFiles(
        file("seven.webp", bytes, "image/webp"),
      );
      await waitForText(page, "7");
      const { type, size } = await sent();
      assert.deepEqual([type, size], ["image/webp", bytes.length]);
    },
  );
}

browserTest(
  "a picture of a format that nobody knows is told, and what to do",
  async ({ page }) => {
    const heic = new TextEncoder().encode("\0\0\0\x18ftypheic and so on");
    await page.locator("#picture").setInputFiles(
      file("photo.heic", heic, "image/heic"),
    );
    await page.locator("#result.problem").waitFor();
    assert.match(
      await page.locator(".note").innerText(),
      /Save it as PNG or JPEG/,
    );
  },
);

browserTest("a broken picture is told by the server", async ({ page }) => {
  await page.locator("#picture").setInputFiles(
    file("seven.png", sevenPng.subarray(0, 200)),
  );
  await page.locator("#result.problem").waitFor();
  assert.equal(
    await page.locator(".verdict").innerText(),
    "It could not be read",
  );
});

browserTest("the same file can be picked twice", async ({ page }) => {
  for (let i = 0; i < 2; i++) {
    await page.locator("#picture").setInputFiles(file("seven.png", sevenPng));
    await waitForText(page, "7");
    await page.keyboard.press("Escape");
    await waitForText(page, "");
  }
});

browserTest(
  "a picture that was read takes the drawing off the sheet, which undo brings back",
  async ({ page }) => {
    await write(page, ONE);
    await waitForText(page, "1");
    const ink = await countInk(page);
    await page.locator("#picture").setInputFiles(file("seven.png", sevenPng));
    await waitForText(page, "7");
    assert.equal(await countInk(page), 0);
    await page.locator("#undo").click();
    await waitForText(page, "1");
    assert.equal(await countInk(page), ink);
  },
);

browserTest(
  "a file that cannot be read leaves the drawing on the sheet",
  async ({ page }) => {
    await write(page, ONE);
    await waitForText(page, "1");
    await page.locator("#picture").setInputFiles(
      file("seven.png", sevenPng.subarray(0, 200)),
    );
    await page.locator("#result.problem").waitFor();
    assert.ok(await countInk(page) > 0);
  },
);

browserTest("writing begun while a picture is read wins", async ({ page }) => {
  await page.route("**/read", async (route) => {
    const response = await route.fetch();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.fulfill({ response }).catch(() => {});
  });
  await page.locator("#picture").setInputFiles(file("seven.png", sevenPng));
  await page.waitForTimeout(100);
  await write(page, ONE);
  await waitForText(page, "1");
  assert.ok(await countInk(page) > 0);
});

const SAMPLES = {
  "One digit": "8",
  "hard shadow": "7",
  "amount": "902",
  "column": "33\n6\n21",
  "pencil": "200",
  "Doodles": "?",
};
for (const [name, text] of Object.entries(SAMPLES)) {
  browserTest(
    `the sample "${name}" is read in one click as ${JSON.stringify(text)}`,
    async ({ page }) => {
      await page.getByRole("button", { name }).click();
      await waitForText(page, text);
      assert.match(page.url(), /\/$/);
    },
  );
}

browserTest("a sample is read where scripts are off", async ({ page }) => {
  await page.getByRole("button", { name: "amount" }).click();
  await waitForText(page, "902");
  assert.match(page.url(), /\/read\?sample=amount$/);
}, { javaScriptEnabled: false });

browserTest(
  "where scripts are off there is nothing that needs them",
  async ({ page }) => {
    for (const name of [".tools", "#recent", "label.camera", "#upload-note"]) {
      assert.equal(await page.locator(name).isVisible(), false, name);
    }
    assert.ok(await page.locator("#picture").isVisible());
  },
  { javaScriptEnabled: false },
);

browserTest("a phone offers its camera", async ({ page }) => {
  const label = page.getByText("Take a photo");
  assert.ok(await label.isVisible());
  assert.equal(
    await page.locator("#camera").getAttribute("capture"),
    "environment",
  );
  await page.locator("#camera").setInputFiles(file("seven.png", sevenPng));
  await waitForText(page, "7");
}, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

browserTest("a desk offers none", async ({ page }) => {
  assert.equal(await page.getByText("Take a photo").isVisible(), false);
});
