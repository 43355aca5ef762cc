import assert from "node:assert/strict";
import { CrowdError, Effort, MOST } from "../../src/imaging/effort.ts";
import { findInkedStrokes } from "../../src/imaging/inked_strokes.ts";
import { findInks } from "../../src/imaging/ink.ts";
import type { Picture } from "../../src/imaging/picture.ts";
import { findText } from "../../src/imaging/text.ts";
import type { TextLine } from "../../src/imaging/text_line.ts";
import { recognizer } from "../reading/recognizer.ts";
import { CROWDS } from "./crowds.ts";

/** The lines of a picture, if they are found, and how often a piece was judged. */
function linesOf(
  picture: Picture,
  effort: Effort,
): { lines: readonly TextLine[] | null; judged: number } {
  let judged = 0;
  const { ink, strokes } = findInkedStrokes(findInks(picture, null)[0]!, false);
  const mayBeSeveral = () => ++judged > 0;
  try {
    return {
      lines: findText(ink, strokes!, mayBeSeveral, effort).lines,
      judged,
    };
  } catch (error) {
    assert.ok(error instanceof CrowdError, String(error));
    return { lines: null, judged };
  }
}

for (const { name, outcome, draw } of CROWDS) {
  Deno.test(`${name}: ${outcome}`, () => {
    const reading = recognizer.read(draw());
    assert.equal(reading.isCrowded, outcome === "crowded");
    assert.ok(reading.digits.every(({ digit }) => digit === null));
  });

  Deno.test(`${name}: no more is tried than on any writing`, () => {
    const effort = new Effort();
    const { lines, judged } = linesOf(draw(), effort);
    const atoms = lines?.reduce((sum, line) => sum + line.atoms.length, 0) ?? 0;
    assert.ok(atoms <= MOST.atoms, `${atoms} atoms`);
    assert.ok(judged <= MOST.pieces, `${judged} pieces`);
    assert.ok(effort.spent.cuts <= MOST.cuts, `${effort.spent.cuts} cuts`);
    assert.ok(effort.spent.pixels <= MOST.pixels);
  });
}
