import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import {
  sevenGif,
  sevenGray,
  sevenJpeg,
  sevenPng,
  SIDE,
} from "../app/drawing.ts";
import { createServices } from "../app/services.ts";
import { exifSegment, makeExif, makeGrayJpeg } from "../imaging/make_jpeg.ts";
import { makePng } from "../imaging/make_png.ts";
import { otherWeights } from "../app/other_weights.ts";
import { browserTest, type PageOptions, type Visit } from "./browser.ts";
import type { Page } from "./playwright.ts";
import { ONE, SEVEN, waitForText, write } from "./write.ts";

const PILL = "Offline: this device reads";
const MARK = "#result [data-offline]";

/** A test of a page whose service worker is ready to do without the server. */
function offlineTest(
  name: string,
  test: (visit: Visit) => Promise<void>,
  options: PageOptions = {},
): void {
  browserTest(
    name,
    async (visit) => {
      await untilControlled(visit.page);
      await test(visit);
    },
    { serviceWorkers: "allow", ...options },
  );
}

function untilControlled(page: Page): Promise<void> {
  return page.evaluate(`new Promise((resolve) => {
    const { serviceWorker } = navigator;
    serviceWorker.addEventListener("controllerchange", () => resolve());
    if (serviceWorker.controller) resolve();
  })`);
}

const pill = (page: Page) => page.locator("#connection");

async function choose(page: Page, bytes: Uint8Array): Promise<void> {
  await page.locator("#picture").setInputFiles({
    name: "picture",
    mimeType: "image/png",
    buffer: Buffer.from(bytes),
  });
}

/** The result without its pictures, which are packed otherwise, and without the mark. */
async function resultHtml(page: Page): Promise<string> {
  const html = await page.locator("#result").evaluate((result) =>
    result.outerHTML
  );
  return html.replaceAll(/"data:[^"]*"/g, "").replace(
    /<p class="on-d.*?p>/,
    "",
  );
}

offlineTest(
  "a digit is read without the server, and the page says by whom",
  async ({ page, server }) => {
    await server.stop();
    await write(page, SEVEN);
    await waitForText(page, "7");
    assert.match(await page.locator(MARK).innerText(), /Read on this device/);
    assert.equal(await pill(page).innerText(), PILL);
  },
);

offlineTest(
  "the server answers again when it is back, and the page is quiet",
  async ({ page, server }) => {
    await server.stop();
    await write(page, SEVEN);
    await waitForText(page, "7");
    server.start(createServices());
    await page.locator("#clear").click();
    await write(page, ONE);
    await waitForText(page, "1");
    assert.equal(await page.locator(MARK).count(), 0);
    assert.equal(await pill(page).innerText(), "");
  },
);

offlineTest(
  "the page opens and reads without the server",
  async ({ page, server }) => {
    await server.stop();
    await page.reload();
    await write(page, SEVEN);
    await waitForText(page, "7");
    await page.getByRole("link", { name: "model card" }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.match(page.url(), /\/model$/);
  },
);

offlineTest(
  "this device shows of a picture what the server shows",
  async ({ page, server }) => {
    await choose(page, sevenPng);
    await waitForText(page, "7");
    const online = await resultHtml(page);
    await server.stop();
    await page.locator("#clear").click();
    await choose(page, sevenPng);
    await waitForText(page, "7");
    await page.locator(MARK).waitFor();
    assert.equal(await resultHtml(page), online);
  },
);

/** A seven that lies on its side until EXIF's orientation 6 turns it. */
const lying = Uint8Array.from(sevenGray, (_, i) => {
  const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
  return sevenGray[SIDE * x + SIDE - 1 - y]!;
});
const TURN = 6;

for (
  const [format, bytes] of [
    ["JPEG", sevenJpeg],
    ["GIF", sevenGif],
    [
      "turned JPEG",
      makeGrayJpeg(SIDE, SIDE, lying, [exifSegment(makeExif(TURN))]),
    ],
    [
      "turned PNG",
      makePng({
        width: SIDE,
        height: SIDE,
        colorType: 0,
        bitDepth: 8,
        chunks: [["eXIf", makeExif(TURN)]],
        rows: lying,
      }),
    ],
  ] as const
) {
  offlineTest(
    `a ${format} is read without the server`,
    async ({ page, server }) => {
      await server.stop();
      await choose(page, bytes);
      await waitForText(page, "7");
    },
  );
}

offlineTest(
  "a file that is no picture, or a broken one, is refused without the server",
  async ({ page, server }) => {
    await server.stop();
    await choose(page, new TextEncoder().encode("Not a picture."));
    await page.getByText("cannot open it as a picture").waitFor();
    await choose(page, sevenPng.slice(0, 60));
    await page.getByText("damaged or incomplete").waitFor();
    assert.equal(await page.locator(MARK).count(), 1);
  },
);

offlineTest(
  "this device answers in the language of the page",
  async ({ page, server }) => {
    await server.stop();
    await write(page, SEVEN);
    await waitForText(page, "7");
    assert.match(await page.locator(MARK).innerText(), /на этом устройстве/);
    assert.match(await pill(page).innerText(), /Офлайн/);
  },
  { locale: "ru" },
);

offlineTest("the page says when the network goes and comes", async (visit) => {
  const { page, disconnect } = visit;
  await disconnect();
  await pill(page).getByText(PILL).waitFor();
  await page.context().setOffline(false);
  await pill(page).getByText(PILL).waitFor({ state: "detached" });
});

offlineTest(
  "a new version takes the place of what was kept",
  async ({ page, server }) => {
    const kept = () =>
      page.evaluate<string[]>(`(async () => {
        const names = await caches.keys();
        const caches_ = await Promise.all(names.map((name) => caches.open(name)));
        const requests = await Promise.all(caches_.map((cache) => cache.keys()));
        return requests.flat().map(({ url }) => new URL(url).pathname).sort();
      })()`);
    const before = await kept();
    await server.stop();
    server.start(otherWeights(createServices()));
    await page.evaluate(`(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const next = registration.installing ?? registration.waiting;
      await new Promise((resolve) =>
        next.addEventListener("statechange", () =>
          next.state === "activated" && resolve()
        )
      );
    })()`);
    const after = await kept();
    const isWeights = (path: string) => path.startsWith("/weights/");
    assert.equal(after.length, before.length);
    assert.equal(after.filter(isWeights).length, 1);
    assert.notDeepEqual(after.filter(isWeights), before.filter(isWeights));
    await server.stop();
    await write(page, SEVEN);
    await waitForText(page, "7");
  },
);
