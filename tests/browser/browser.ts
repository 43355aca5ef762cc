import { CHROMIUM, launch } from "./launch.ts";
import type { Browser, BrowserContext, Page } from "./playwright.ts";
import type { Services } from "../../src/routes/services.ts";
import { createServices } from "../app/services.ts";
import { startServer, type TestServer } from "./server.ts";

export type PageOptions = NonNullable<Parameters<Browser["newPage"]>[0]>;

/** What a test of the page works with. */
export interface Visit {
  readonly page: Page;
  readonly url: string;
  /** Stops answering requests, as a network does that is gone. */
  readonly disconnect: () => Promise<void>;
  readonly server: TestServer;
}

/**
 * A test in a real browser, against the real server. It fails as well on
 * anything that a page or a service worker reports as an error in the console,
 * policy violations included.
 *
 * The service worker, which outlives a page, stays out of it unless the options
 * allow it.
 *
 * @param adapt What the server works with, where that is not the real thing.
 */
export function browserTest(
  name: string,
  test: (visit: Visit) => Promise<void>,
  options: PageOptions = {},
  adapt: (services: Services) => Services = (services) => services,
): void {
  Deno.test({
    name,
    ignore: !isInstalled(),
    // The browser is a process with pipes of its own, which outlive a test.
    sanitizeOps: false,
    sanitizeResources: false,
    fn: () => visit(test, options, adapt(createServices())),
  });
}

async function visit(
  test: (visit: Visit) => Promise<void>,
  options: PageOptions,
  services: Services,
): Promise<void> {
  const server = startServer(services);
  const { url } = server;
  const browser = await launch();
  try {
    const page = await browser.newPage({ serviceWorkers: "block", ...options });
    const complaints = collectComplaints(page.context());
    await page.goto(url);
    await test({
      page,
      url,
      disconnect: () => page.context().setOffline(true),
      server,
    });
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** A failed request is no bug of the page: tests cut the connection. */
const FAILED_REQUEST = /Failed to (load resource|fetch)/;

/** Has a service worker say in the console what only pages say there. */
const TELL = `for (
  const what of ["securitypolicyviolation", "error", "unhandledrejection"]
) {
  addEventListener(what, (event) =>
    console.error(what, event.message ?? event.reason ?? event.violatedDirective)
  );
}`;

/** What pages and service workers complain of, from now on. */
function collectComplaints(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on("console", (message) => {
    const text = message.text();
    if (message.type() !== "error" || FAILED_REQUEST.test(text)) return;
    complaints.push(text);
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  // It may be gone before it is asked.
  context.on(
    "serviceworker",
    (worker) => worker.evaluate(TELL).catch(() => {}),
  );
  return complaints;
}

function isInstalled(): boolean {
  try {
    return Deno.statSync(CHROMIUM).isFile;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    console.warn(
      `No browser at ${CHROMIUM}: the tests of the page are left out. Install chromium, or name one in CHROMIUM.`,
    );
    return false;
  }
}
