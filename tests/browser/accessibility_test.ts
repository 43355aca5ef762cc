import { Buffer } from "node:buffer";
import { sevenPng } from "../app/drawing.ts";
import { thatRead } from "../app/services.ts";
import { madeReading } from "../app/made_reading.ts";
import { comparison, fullReport } from "../app/model_report.ts";
import type { Services } from "../../src/routes/services.ts";
import { LANGUAGES } from "../../src/views/words/language.ts";
import { assertAccessible } from "./axe.ts";
import { browserTest, type Visit } from "./browser.ts";

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

const STATES: Record<string, State> = {
  "an empty sheet": { reach: () => Promise.resolve() },
  "a digit": found("7"),
  "an unsure digit": found("7~"),
  "a number": found("40~\n7?1"),
  "what is no digit": found("?"),
  "a problem": { reach: (visit) => send(visit, Uint8Array.of(1, 2, 3)) },
  "the model card": {
    adapt: (services) => ({ ...services, report: fullReport, comparison }),
    reach: async ({ page, url }) => void await page.goto(`${url}model`),
  },
  "the API": {
    reach: async ({ page, url }) => void await page.goto(`${url}docs`),
  },
};

for (const [what, { adapt, reach }] of Object.entries(STATES)) {
  for (const locale of LANGUAGES) {
    browserTest(
      `${what} can be used by everybody, in ${locale} and either theme`,
      async (visit) => {
        const { page } = visit;
        await reach(visit);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          await assertAccessible(page);
        }
      },
      { locale },
      adapt,
    );
  }
}
