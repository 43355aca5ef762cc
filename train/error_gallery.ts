import type { Picture } from "../src/imaging/picture.ts";
import { encodePng } from "../src/png.ts";
import type { Reading } from "../src/recognize.ts";
import { SIDE } from "./mnist.ts";

/** A picture that was misread, with what every stage saw of it. */
export interface Misread {
  readonly name: string;
  readonly truth: string;
  readonly read: string;
  /** null where the network's own input was given, or the file could not be decoded. */
  readonly picture: Picture | null;
  /** null where the file could not be decoded. */
  readonly reading: Reading | null;
}

/** Writes misread pictures into a folder as they come, and a page that shows them side by side. */
export class ErrorGallery {
  readonly #rows: string[] = [];

  private constructor(private readonly folder: string) {}

  static async create(folder: string): Promise<ErrorGallery> {
    await Deno.mkdir(folder, { recursive: true });
    return new ErrorGallery(folder);
  }

  async add({ name, truth, read, picture, reading }: Misread): Promise<void> {
    const number = String(this.#rows.length + 1).padStart(4, "0");
    const files: string[] = [];
    const write = async (stage: string, png: Uint8Array) => {
      const file = `${number}_${truth || "none"}_${stage}.png`.replaceAll(
        "|",
        "-",
      );
      await Deno.writeFile(`${this.folder}/${file}`, png);
      files.push(file);
    };
    if (picture) {
      await write(
        "1-sent",
        encodePng("rgba", picture.width, picture.height, picture.rgba),
      );
    }
    const ink = reading?.ink;
    if (ink) await write("2-ink", inkPng(ink.width, ink.height, ink.data));
    let glyph = 0;
    for (const { normalized } of reading?.digits ?? []) {
      await write(`3-seen-${++glyph}`, inkPng(SIDE, SIDE, normalized));
    }
    const images = files.map((file) =>
      `<td><img src="${file}" height="140" alt=""></td>`
    );
    const said =
      reading?.digits.map(({ probabilities }) =>
        Math.round(100 * Math.max(...probabilities)) + "%"
      ) ?? [];
    const cells = [name, truth || "nothing", read || "nothing", said.join(" ")];
    this.#rows.push(
      `<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join("")}${
        images.join("")
      }</tr>`,
    );
  }

  /** Writes `index.html`. */
  async finish(): Promise<void> {
    const head =
      "<tr><th>picture</th><th>says</th><th>read</th><th>confidence</th><th>stages</th></tr>";
    const html =
      `<!doctype html>\n<meta charset="utf-8"><title>Misread pictures</title>\n` +
      `<style>body{font:16px sans-serif}img{image-rendering:pixelated;border:1px solid #ccc}` +
      `td,th{padding:6px;text-align:left}</style>\n` +
      `<table>\n${[head, ...this.#rows].join("\n")}\n</table>\n`;
    await Deno.writeTextFile(`${this.folder}/index.html`, html);
  }
}

function inkPng(width: number, height: number, ink: Float32Array): Uint8Array {
  return encodePng(
    "gray",
    width,
    height,
    Uint8Array.from(ink, (value) => 255 - Math.round(255 * value)),
  );
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
