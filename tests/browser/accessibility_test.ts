import { Buffer } from "node:buffer";
import { sevenPng } from "../app/drawing.ts";
import { thatRead } from "../app/services.ts";
import { madeReading } from "../app/made_reading.ts";
import { comparison, fullReport } from "../app/model_report.ts";
import type { Services } from "../../src/routes/services.ts";
import { LANGUAGES } from "../../src/views/words/language.ts";
import { assertAccessible } from "./axe.ts";
import { browserTest, type Visit } from "./browser.ts";
import { correctionTest, TOKEN } from "./correction_visit.ts";
import type { Page } from "./playwright.ts";
import { SEVEN, waitForText, write } from "./write.ts";

/** What a page shows, and how it comes to. */
interface State {
  /** What the server works with, where that is not the real thing. */
  readonly adapt?: (services: Services) => Services;
  readonly reach: (visit: Visit) => Promise<void>;
}

/** A picture is sent, in which a text is found. */
function found(text: string): State {
  return {
    adapt: (services) => thatRead(services, madeReading(text)),
    reach: (visit) => send(visit, sevenPng),
  };
}

async function send({ page }: Visit, bytes: Uint8Array): Promise<void> {
  const file = { name: "picture.png", mimeType: "image/png" };
  await page.locator("#picture")
    .setInputFiles({ ...file, buffer: Buffer.from(bytes) });
  await page.locator("#result:not(.blank)").waitFor();
}

async function writeSeven({ page }: Visit): Promise<void> {
  await write(page, SEVEN);
  await waitForText(page, "7");
}

const STATES: Record<string, State> = {
  "an empty sheet": { reach: () => Promise.resolve() },
  "a digit": found("7"),
  "an unsure digit": found("7~"),
  "a number": found("40~\n7?1"),
  "a long number": found("314159265358979323846"),
  "what is no digit": found("?"),
  "nothing": found(""),
  "a problem": { reach: (visit) => send(visit, Uint8Array.of(1, 2, 3)) },
  "open thinking": {
    reach: async (visit) => {
      await writeSeven(visit);
      await visit.page.locator(".thinking summary").click();
      await visit.page.locator(".thought img").nth(5).waitFor();
    },
  },
  "an answer stroke by stroke": {
    reach: async (visit) => {
      await writeSeven(visit);
      await visit.page.locator(".growth summary").click();
      await visit.page.locator(".moments li").waitFor();
    },
  },
  "what was read earlier": {
    reach: async (visit) => {
      const { page } = visit;
      await send(visit, sevenPng);
      await writeSeven(visit);
      await page.locator(".recent li button").first().click();
      await page.locator(".recalled").waitFor();
    },
  },
  "the list of keys": {
    reach: async ({ page }) => {
      await page.locator(".keys-button").click();
      await page.locator("#keys").waitFor();
    },
  },
  "a page that is not there": {
    reach: async ({ page, url }) => void await page.goto(`${url}nowhere`),
  },
  "the model card": {
    adapt: (services) => ({ ...services, report: fullReport, comparison }),
    reach: async ({ page, url }) => void await page.goto(`${url}model`),
  },
  "the API": {
    reach: async ({ page, url }) => void await page.goto(`${url}docs`),
  },
};

/** What shows only where corrections are taken. */
const CORRECTION_STATES: Record<string, State["reach"]> = {
  "the question what it is": openCorrection,
  "a stored correction": correct,
  "the operator's door": async ({ page, url }) => {
    await page.goto(`${url}corrections`);
  },
  "a wrong token": async ({ page, url }) => {
    await page.goto(`${url}corrections`);
    await signIn(page, "not-the-token-of-this-one");
    await page.locator('[role="alert"]').waitFor();
  },
  "a list of corrections": listCorrections,
  "the question before deleting": async (visit) => {
    const { page } = visit;
    await listCorrections(visit);
    await page.getByRole("checkbox").check();
    await page.locator("button[value=selected]").click();
    await page.waitForURL(/delete/);
  },
};

async function openCorrection(visit: Visit): Promise<void> {
  await writeSeven(visit);
  await visit.page.locator(".correction summary").click();
  await visit.page.locator(".correction-consent").waitFor();
}

async function correct(visit: Visit): Promise<void> {
  await openCorrection(visit);
  await visit.page.locator(".correction-answers button[value='2']").click();
  await visit.page.locator(".correction-panel input[name=receipt]")
    .waitFor({ state: "attached" });
}

async function listCorrections(visit: Visit): Promise<void> {
  const { page, url } = visit;
  await correct(visit);
  await page.goto(`${url}corrections`);
  await signIn(page, TOKEN);
  await page.locator(".correction-card").waitFor();
}

async function signIn(page: Page, token: string): Promise<void> {
  await page.locator(".sign-in input").fill(token);
  await page.keyboard.press("Enter");
}

async function assertForEverybody({ page }: Visit): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await assertAccessible(page);
  }
}

for (const locale of LANGUAGES) {
  const name = (what: string) =>
    `${what} can be used by everybody, in ${locale} and either theme`;
  for (const [what, { adapt, reach }] of Object.entries(STATES)) {
    browserTest(
      name(what),
      async (visit) => {
        await reach(visit);
        await assertForEverybody(visit);
      },
      { locale },
      adapt,
    );
  }
  for (const [what, reach] of Object.entries(CORRECTION_STATES)) {
    correctionTest(
      name(what),
      async (visit) => {
        await reach(visit);
        await assertForEverybody(visit);
      },
      { locale },
    );
  }
}
