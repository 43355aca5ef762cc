import { Buffer } from "node:buffer";
import type { Page } from "./playwright.ts";

/** A file as it is picked. */
export function file(name: string, bytes: Uint8Array, mimeType = "image/png") {
  return { name, mimeType, buffer: Buffer.from(bytes) };
}

/** A picture of a seven that the browser makes. */
export interface Seven {
  readonly type: string;
  readonly width: number;
  readonly height: number;
  /** Quarters that it is turned clockwise before it is saved. */
  readonly turns?: number;
  /** Whether there is no paper under the ink. */
  readonly clear?: boolean;
}

/** The bytes of a picture in a format that the browser writes. */
export async function makeSeven(
  page: Page,
  { type, width, height, turns = 0, clear = false }: Seven,
): Promise<Uint8Array> {
  const base64 = await page.evaluate<string>(`(async () => {
    const canvas = document.createElement("canvas");
    canvas.width = ${width};
    canvas.height = ${height};
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff";
    if (!${clear}) context.fillRect(0, 0, ${width}, ${height});
    const side = Math.min(${width}, ${height});
    context.translate(${width} / 2, ${height} / 2);
    context.rotate(${turns} * Math.PI / 2);
    context.lineWidth = side / 20;
    context.beginPath();
    context.moveTo(-0.2 * side, -0.3 * side);
    context.lineTo(0.2 * side, -0.3 * side);
    context.lineTo(-0.05 * side, 0.3 * side);
    context.stroke();
    const blob = await new Promise((resolve) =>
      canvas.toBlob(resolve, "${type}", 0.9)
    );
    if (blob.type !== "${type}") throw new Error("The browser writes no ${type}");
    return (await blob.bytes()).toBase64();
  })()`);
  return Uint8Array.fromBase64(base64);
}

/** What is sent from now on by the upload: type, bytes, and sides in pixels. */
export async function watchSent(page: Page) {
  await page.evaluate(`{
    globalThis.sent = [];
    document.addEventListener("chosen", async (event) => {
      const [file] = event.target.elements.image.files;
      const { width, height } = await createImageBitmap(file);
      sent.push({ name: file.name, type: file.type, size: file.size, width, height });
    }, true);
  }`);
  return () =>
    page.waitForFunction("sent[0]").then(() =>
      page.evaluate<
        {
          name: string;
          type: string;
          size: number;
          width: number;
          height: number;
        }
      >("sent.pop()")
    );
}
