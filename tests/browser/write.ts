import type { Page } from "./playwright.ts";

/** Points in sides of the sheet. */
export type Stroke = readonly (readonly [x: number, y: number])[];

export const SEVEN: readonly Stroke[] = [
  [[0.3, 0.22], [0.7, 0.22], [0.45, 0.8]],
];
/** The second stroke makes the four: the first alone is none. */
export const FOUR: readonly Stroke[] = [
  [[0.55, 0.18], [0.3, 0.55], [0.75, 0.55]],
  [[0.62, 0.35], [0.6, 0.82]],
];
export const ONE: readonly Stroke[] = [[[0.52, 0.2], [0.5, 0.8]]];

/** Moves of the pointer between two points: about one for each frame. */
const STEPS = 10;

/** Writes on the sheet with the mouse. */
export async function write(
  page: Page,
  strokes: readonly Stroke[],
): Promise<void> {
  const place = await locateOnPad(page);
  for (const [first, ...rest] of strokes) {
    await page.mouse.move(...place(first!));
    await page.mouse.down();
    for (const point of rest) {
      await page.mouse.move(...place(point), { steps: STEPS });
    }
    await page.mouse.up();
  }
}

/** Writes with a finger: what the browser itself does on touch takes place. */
export async function writeByTouch(
  page: Page,
  strokes: readonly Stroke[],
): Promise<void> {
  const place = await locateOnPad(page);
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove", [x, y]: [number, number]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: [{ x, y }] });
  for (const [first, ...rest] of strokes) {
    await touch("touchStart", place(first!));
    let from = first!;
    for (const to of rest) {
      for (let step = 1; step <= STEPS; step++) {
        const along = step / STEPS;
        await touch(
          "touchMove",
          place([
            from[0] + along * (to[0] - from[0]),
            from[1] + along * (to[1] - from[1]),
          ]),
        );
      }
      from = to;
    }
    await session.send("Input.dispatchTouchEvent", {
      type: "touchEnd",
      touchPoints: [],
    });
  }
}

/** Waits until the page says that `text` was read. */
export async function waitForText(page: Page, text: string): Promise<void> {
  const result = page.locator(`#result[data-text="${text}"]`);
  await result.waitFor({ timeout: 5000 });
}

async function locateOnPad(page: Page) {
  const box = await page.locator("#pad").boundingBox();
  if (!box) throw new Error("Cannot write: the sheet is not shown");
  return ([x, y]: readonly [number, number]): [number, number] => [
    box.x + x * box.width,
    box.y + y * box.height,
  ];
}
