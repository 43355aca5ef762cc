import type { Ink } from "../../src/imaging/ink.ts";
import { FAMILIES, type Family, type FontSplit } from "./families.ts";
import { LOOK_ALIKES } from "./letters.ts";
import { fillOutline, type OutlineCommand } from "./outline.ts";

/**
 * Characters of open fonts, from the packages of Fontsource
 * (https://fontsource.org; SIL Open Font License or Apache License). They and
 * the reader of their outlines are named in variables, so that only a training
 * run, with a lock of its own (train.lock), installs them.
 */
const OPENTYPE = "npm:opentype.js@1.3.4";

/** What is used of opentype.js. */
interface OpenType {
  parse(buffer: ArrayBuffer): Font;
}
interface Font {
  charToGlyph(character: string): {
    readonly index: number;
    getPath(x: number, y: number, size: number): {
      readonly commands: readonly OutlineCommand[];
    };
  };
}

/** One character of one family. */
export interface FontGlyph {
  readonly family: string;
  readonly kind: Family["kind"];
  readonly character: string;
  readonly ink: Ink;
}

/** A font has no usable file. */
export class FontError extends Error {
  override name = "FontError";
}

const DIGITS = [..."0123456789"];

/** What fonts have beside digits and no one takes for one. */
const NON_DIGITS = [
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#%?*+=<>@$€£",
].filter((character) => !(character in LOOK_ALIKES));

/** Units in which outlines are asked for; they are scaled afterwards. */
const OUTLINE_SIZE = 1000;

/** Index of the glyph that stands for every missing one. */
const MISSING = 0;

/** Pixels of the longer side when none are asked for. */
const SIZE = 64;

/**
 * The ten digits of each family of a split.
 *
 * @param size pixels of the longer side
 * @throws {FontError} naming the family that cannot be loaded
 */
export function digitGlyphs(
  split: FontSplit,
  size = SIZE,
): Promise<FontGlyph[]> {
  return glyphsOf(split, DIGITS, size);
}

/** Letters and signs of each family of a split, without look-alikes of digits. */
export function letterGlyphs(
  split: FontSplit,
  size = SIZE,
): Promise<FontGlyph[]> {
  return glyphsOf(split, NON_DIGITS, size);
}

async function glyphsOf(
  split: FontSplit,
  characters: readonly string[],
  size: number,
): Promise<FontGlyph[]> {
  const glyphs: FontGlyph[] = [];
  for (const family of FAMILIES.filter((family) => family.split === split)) {
    const font = await loadFont(family);
    for (const character of characters) {
      if (family.hasOnlyCapitals && /[a-z]/.test(character)) continue;
      const glyph = font.charToGlyph(character);
      if (glyph.index === MISSING) continue;
      const { commands } = glyph.getPath(0, 0, OUTLINE_SIZE);
      const ink = fillOutline(commands, size);
      const { name, kind } = family;
      if (ink) glyphs.push({ family: name, kind, character, ink });
    }
  }
  return glyphs;
}

async function loadFont({ name, version }: Family): Promise<Font> {
  const folder = `npm:@fontsource/${name}@${version}`;
  const file = `${folder}/files/${name}-latin-400-normal.woff`;
  try {
    const { default: opentype }: { default: OpenType } = await import(OPENTYPE);
    // Deno finds the bytes only of a package that something else was imported from.
    await import(`${folder}/package.json`, { with: { type: "json" } });
    const { default: bytes }: { default: Uint8Array } = await import(file, {
      with: { type: "bytes" },
    });
    return opentype.parse(bytes.slice().buffer);
  } catch (error) {
    throw new FontError(`Cannot load ${file}: ${error}`, { cause: error });
  }
}
