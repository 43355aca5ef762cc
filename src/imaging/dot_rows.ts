import type { Component } from "./components.ts";

/** Dots of a row at least: fewer stand in line by chance. */
const LEAST_DOTS = 8;

/** Of more dots there is no row: each is compared with each, and they are grain. */
const MOST_DOTS = 500;

/** Ink of neighbours in a row, of the one for the other, at most. */
const UNLIKE = 2;

/** How far the next dot lies from its place, in the distance of two dots. */
const ASTRAY = 0.25;

interface Dot {
  readonly place: number;
  readonly x: number;
  readonly y: number;
  readonly mass: number;
}

/**
 * For each piece whether it is a dot in a row, as far from the next as from the one before:
 * the holes of a binding, a perforation, a dotted line.
 *
 * @param isDot Tells pieces that may be dots.
 */
export function findDotRows(
  list: readonly Component[],
  isDot: (piece: Component) => boolean,
): boolean[] {
  const isInRow = list.map(() => false);
  const dots = list.flatMap((piece, place) =>
    isDot(piece) ? [dotOf(piece, place)] : []
  );
  if (dots.length < LEAST_DOTS || dots.length > MOST_DOTS) return isInRow;
  for (const first of dots) {
    if (isInRow[first.place]) continue;
    const second = nearest(dots, first, first, Infinity);
    const row = second ? rowOf(dots, first, second) : [];
    if (row.length < LEAST_DOTS) continue;
    for (const { place } of row) isInRow[place] = true;
  }
  return isInRow;
}

function dotOf({ box, mass }: Component, place: number): Dot {
  const { x, y, width, height } = box;
  return { place, x: x + width / 2, y: y + height / 2, mass };
}

/** All dots in line with two neighbours, on both sides of them. */
function rowOf(dots: readonly Dot[], first: Dot, second: Dot): Dot[] {
  const row = [first, second];
  for (const _ of ["onward", "back"]) {
    row.reverse();
    for (let next = nextOf(dots, row); next; next = nextOf(dots, row)) {
      row.push(next);
    }
  }
  return row;
}

/** The dot that goes on where a row ends. */
function nextOf(dots: readonly Dot[], row: readonly Dot[]): Dot | null {
  const [before, last] = row.slice(-2) as [Dot, Dot];
  const [dx, dy] = [last.x - before.x, last.y - before.y];
  const place = { x: last.x + dx, y: last.y + dy };
  const next = nearest(dots, last, place, ASTRAY * Math.hypot(dx, dy));
  return next && row.includes(next) ? null : next;
}

/** Of the dots like one the nearest to a place; null where none is within `reach` pixels. */
function nearest(
  dots: readonly Dot[],
  like: Dot,
  { x, y }: { readonly x: number; readonly y: number },
  reach: number,
): Dot | null {
  let [found, least]: [Dot | null, number] = [null, reach];
  for (const dot of dots) {
    const distance = Math.hypot(dot.x - x, dot.y - y);
    const ratio = dot.mass / like.mass;
    if (dot === like || distance >= least) continue;
    if (ratio > UNLIKE || ratio < 1 / UNLIKE) continue;
    [found, least] = [dot, distance];
  }
  return found;
}
