import assert from "node:assert/strict";
import { axe } from "./axe_core.ts";
import type { Page } from "./playwright.ts";

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/**
 * Fails on whatever axe finds wrong with what the page shows now, WCAG 2.2
 * level AA and best practices. Content-Security-Policy does not bind what
 * comes through the debugger.
 */
export async function assertAccessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  const violations = await page.evaluate<readonly Violation[]>(
    "axe.run().then(({ violations }) => violations)",
  );
  const told = violations.map(({ id, help, nodes }) =>
    [`${id}: ${help}`, ...nodes.map(({ html }) => `  ${html}`)].join("\n")
  );
  assert.deepEqual(told, []);
}
