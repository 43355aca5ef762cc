import assert from "node:assert/strict";
import type { TextLine } from "../../src/imaging/text_line.ts";
import type { LineReading, Part } from "../../src/reading/line.ts";
import { cutPaths } from "../../src/routes/page/cut_paths.ts";
import {
  type Drawing,
  drawPieces,
} from "../../src/routes/page/pieces_picture.ts";

/** Pixels of a side of an atom, all of which are squares side by side. */
const SIDE = 20;
const ZOOM = 3;

/**
 * A bar of four atoms, of which the second and the third are joined by less than
 * the others: they touch in the middle alone.
 */
function makeBar(): TextLine {
  const [width, height] = [4 * SIDE, SIDE];
  const isInk = (x: number, y: number) =>
    Math.abs(x - 2 * SIDE) > 4 || Math.abs(y - SIDE / 2) < 3;
  const labels = Uint16Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return isInk(x, y) ? 1 + Math.floor(x / SIDE) : 0;
  });
  return {
    box: { x: 10, y: 30, width, height },
    block: 1,
    ink: {
      width,
      height,
      data: Float32Array.from(labels, (own) => +(own > 0)),
    },
    height: SIDE,
    labels,
    atoms: [0, 1, 2, 3].map((i) => ({
      x: i * SIDE,
      y: 0,
      width: SIDE,
      height: SIDE,
    })),
    crossed: [0, 1, 1, 1],
  };
}

/** Parts of so many atoms each. */
function makeReading(line: TextLine, sizes: readonly number[]): LineReading {
  let to = 0;
  const parts = sizes.map((size): Part => ({
    from: to,
    to: to += size,
    box: line.box,
    glyph: null,
    width: 1,
    isCut: true,
    height: 1,
  }));
  return { line, parts, price: 0 };
}

/** The pixel of a drawing in the middle of an atom. */
function pixelOf({ width, rgba }: Drawing, atom: number): number[] {
  const [x, y] = [(atom + 0.5) * SIDE * ZOOM, 0.5 * SIDE * ZOOM];
  return [...rgba.slice(4 * (y * width + x), 4 * (y * width + x) + 4)];
}

Deno.test("atoms of one glyph have one colour, neighbouring glyphs two", () => {
  const reading = makeReading(makeBar(), [1, 2, 1]);
  const drawing = drawPieces([reading], () => true);
  assert.deepEqual([drawing.width, drawing.height], [240, 60]);
  const [first, second, third, fourth] = [0, 1, 2, 3].map((atom) =>
    pixelOf(drawing, atom)
  );
  assert.deepEqual(second, third);
  assert.deepEqual(first, fourth);
  assert.notDeepEqual(first, second);
});

Deno.test("what is left out is gray, and takes no turn", () => {
  const reading = makeReading(makeBar(), [1, 2, 1]);
  const isRead = ({ from }: Part) => from !== 1;
  const drawing = drawPieces([reading], isRead);
  const [red, green, blue] = pixelOf(drawing, 1);
  assert.ok(Math.max(red!, green!, blue!) - Math.min(red!, green!, blue!) < 20);
  assert.notDeepEqual(pixelOf(drawing, 0), pixelOf(drawing, 3));
});

Deno.test("a cut is a line over ink and paper; one not made is paler ink", () => {
  const line = makeBar();
  const column = (sizes: readonly number[]) => {
    const { width, height, rgba } = drawPieces(
      [makeReading(line, sizes)],
      () => true,
    );
    return Array.from({ length: height }, (_, y) => {
      const at = 4 * (y * width + 2 * SIDE * ZOOM);
      return rgba.slice(at, at + 4);
    });
  };
  for (const [red, green, , alpha] of column([2, 2])) {
    assert.ok(red! > 2 * green! && alpha === 255);
  }
  const joined = column([4]);
  assert.equal(joined[0]![3], 0);
  const middle = joined[joined.length / 2]![3]!;
  assert.ok(middle > 50 && middle < 150, `${middle}`);
});

Deno.test("lines lie where they lie on the sheet", () => {
  const upper = makeBar();
  const lower = { ...upper, box: { ...upper.box, x: 0, y: 90 } };
  const lines = [upper, lower].map((line) => makeReading(line, [4]));
  const { width, height, rgba } = drawPieces(lines, () => true);
  assert.deepEqual([width, height], [90 * ZOOM, 80 * ZOOM]);
  const inkAt = (x: number, y: number) =>
    rgba[4 * (y * ZOOM * width + x * ZOOM) + 3]! > 0;
  assert.deepEqual([inkAt(5, 10), inkAt(15, 10)], [false, true]);
  assert.deepEqual([inkAt(5, 70), inkAt(85, 70)], [true, false]);
  assert.equal(inkAt(40, 40), false);
});

Deno.test("a path keeps to the right of one atom and to the left of the next", () => {
  const line = makeBar();
  const paths = cutPaths(makeReading(line, [2, 2]));
  assert.deepEqual(paths.map(({ isMade }) => isMade), [false, true, false]);
  for (const [i, { top, columns }] of paths.entries()) {
    assert.equal(columns.length, SIDE);
    for (const [row, x] of columns.entries()) {
      const own = line.labels.subarray(
        (top + row) * line.ink.width,
        (top + row + 1) * line.ink.width,
      );
      assert.ok(own.lastIndexOf(i + 1) < x && own.indexOf(i + 2) >= x);
    }
  }
});

Deno.test("there is no path between atoms that stand apart", () => {
  const line = { ...makeBar(), crossed: [0, 0, 0, 0] };
  assert.deepEqual(cutPaths(makeReading(line, [1, 1, 2])), []);
});
