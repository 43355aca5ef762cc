import type { Page } from "./playwright.ts";

/** Points in sides of a square on the sheet. */
export type Stroke = readonly (readonly [x: number, y: number])[];

export const SEVEN: readonly Stroke[] = [
  [[0.3, 0.22], [0.7, 0.22], [0.45, 0.8]],
];
export const FOUR: readonly Stroke[] = [
  [[0.55, 0.18], [0.3, 0.55], [0.75, 0.55]],
  [[0.62, 0.35], [0.6, 0.82]],
];
export const ONE: readonly Stroke[] = [[[0.52, 0.2], [0.5, 0.8]]];
/** The first stroke goes down and around, the second is the bar, which alone is none. */
export const FIVE: readonly Stroke[] = [
  [
    [0.37, 0.24],
    [0.35, 0.48],
    [0.5, 0.44],
    [0.62, 0.52],
    [0.63, 0.66],
    [0.52, 0.77],
    [0.33, 0.74],
  ],
  [[0.37, 0.24], [0.64, 0.24]],
];
export const ZERO: readonly Stroke[] = [
  Array.from({ length: 25 }, (_, i) => {
    const turn = 2 * Math.PI * i / 24;
    return [0.5 - 0.2 * Math.sin(turn), 0.5 - 0.34 * Math.cos(turn)] as const;
  }),
];

/** Moves of the pointer between two points: about one for each frame. */
const STEPS = 10;

/** Where to write: a square in the middle of the sheet's height. */
export interface Square {
  /** Its distance from the left edge of the sheet, in CSS pixels. */
  readonly left: number;
  /** Its side in CSS pixels; as a rule the height of the sheet. */
  readonly side?: number;
}

/** Writes on the sheet with the mouse. */
export async function write(
  page: Page,
  strokes: readonly Stroke[],
  square: Square = { left: 0 },
): Promise<void> {
  const place = await locateOnPad(page, square);
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
  const place = await locateOnPad(page, { left: 0 });
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

/** Writes with a pen that is pressed by `force`, 0..1. */
export async function writeByPen(
  page: Page,
  strokes: readonly Stroke[],
  force: number,
): Promise<void> {
  const place = await locateOnPad(page, { left: 0 });
  const session = await page.context().newCDPSession(page);
  const send = (
    type: "mousePressed" | "mouseMoved" | "mouseReleased",
    point: readonly [number, number],
  ) => {
    const [x, y] = place(point);
    const pressed = type !== "mouseReleased";
    return session.send("Input.dispatchMouseEvent", {
      type,
      x,
      y,
      button: "left",
      buttons: pressed ? 1 : 0,
      clickCount: 1,
      pointerType: "pen",
      force: pressed ? force : 0,
    });
  };
  for (const stroke of strokes) {
    await send("mousePressed", stroke[0]!);
    for (const point of stroke.slice(1)) await send("mouseMoved", point);
    await send("mouseReleased", stroke.at(-1)!);
  }
}

/** Waits until the page says that `text` was read. */
export async function waitForText(page: Page, text: string): Promise<void> {
  const value = text.replaceAll("\n", "\\a ");
  const result = page.locator(`#result[data-text="${value}"]`);
  await result.waitFor({ timeout: 5000 });
}

/** Does what makes the page read a picture, and waits until it shows that one. */
export async function untilRead(
  page: Page,
  act: () => Promise<void>,
): Promise<void> {
  const sent = page.locator('img[alt="As sent"]');
  const before = await sent.count() > 0 ? await sent.getAttribute("src") : "";
  await act();
  await page.locator(`img[alt="As sent"]:not([src="${before}"])`)
    .waitFor({ timeout: 5000 });
}

/** Every text that the page shows from now on. */
export async function watchTexts(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(`{
    globalThis.texts = [];
    const result = document.getElementById("result");
    new MutationObserver(() => texts.push(result.dataset.text))
      .observe(result, { attributeFilter: ["data-text"] });
  }`);
  return () => page.evaluate<string[]>("texts");
}

/** What moved on the page under the reader so far (Layout Instability API). */
export async function watchShifts(
  page: Page,
): Promise<() => Promise<string[]>> {
  await page.evaluate(`{
    globalThis.moved = [];
    const place = ({ x, y, width, height }) =>
      [x, y, width, height].map(Math.round).join(" ");
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) {
        const parts = sources.map(({ node, previousRect, currentRect }) =>
          (node?.className || node?.nodeName) + ": " + place(previousRect) +
          " -> " + place(currentRect));
        moved.push(value + ": " + parts.join(", "));
      }
    }).observe({ type: "layout-shift", buffered: true });
  }`);
  return () => page.evaluate<string[]>("moved");
}

/** Pixels of the sheet with ink on them, once it is drawn: it is in a frame. */
export function countInk(page: Page): Promise<number> {
  return page.evaluate(`(async () => {
    await new Promise((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(resolve))
    );
    const pad = document.getElementById("pad");
    const { data } = pad.getContext("2d")
      .getImageData(0, 0, pad.width, pad.height);
    return data.filter((value, i) => i % 4 === 3 && value > 0).length;
  })()`);
}

/** The strokes on the sheet, as it keeps them for this tab. */
export function keptStrokes(page: Page): Promise<number[][]> {
  return page.evaluate<number[][]>(
    `JSON.parse(sessionStorage.getItem("inkling.strokes") ?? "[]")`,
  );
}

async function locateOnPad(page: Page, { left, side }: Square) {
  const pad = page.locator("#pad");
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error("Cannot write: the sheet is not shown");
  const size = side ?? box.height;
  const top = (box.height - size) / 2;
  return ([x, y]: readonly [number, number]): [number, number] => [
    box.x + left + x * size,
    box.y + top + y * size,
  ];
}
