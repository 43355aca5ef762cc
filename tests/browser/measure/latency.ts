import type { Page } from "../playwright.ts";
import { ONE, SEVEN, write, ZERO } from "../write.ts";

/** Digits of one stroke: of others the first one alone may be no digit yet. */
const DIGITS = [SEVEN, ONE, ZERO];

/**
 * How long people wait for an answer, in milliseconds: from the end of a stroke
 * to the frame that shows what was read of it. The time of the end is that of
 * the input event; the answer is shown where the work after the frame's own
 * callbacks, which draw it, is done.
 *
 * @param count Strokes, each on an empty sheet.
 */
export async function measureLatency(
  page: Page,
  count: number,
): Promise<number[]> {
  await page.evaluate(`{
    globalThis.waits = [];
    let end = 0;
    addEventListener("pointerup", (event) => end = event.timeStamp, true);
    document.addEventListener("htmx:after:swap", () =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          waits.push(performance.now() - end);
          document.documentElement.dataset.answers = waits.length;
        })
      )
    );
  }`);
  for (let i = 0; i < count; i++) {
    await write(page, DIGITS[i % DIGITS.length]!);
    await page.locator(`[data-answers="${i + 1}"]`).waitFor();
    await page.locator("#clear").click();
  }
  return await page.evaluate<number[]>("waits");
}

/** The value below which a part of the values lies, 0..1; sorted upwards. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.floor(part * sorted.length));
  return sorted[index] ?? NaN;
}
