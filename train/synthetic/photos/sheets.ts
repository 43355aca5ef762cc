import type { Random } from "../../random.ts";
import { between, happens, pick, spread } from "../chance.ts";
import type { Paper } from "../papers/paper.ts";
import type { Cell } from "../papers/cell.ts";
import type { Lines } from "../papers/lines.ts";
import type { Table } from "../papers/table.ts";
import type { Place } from "./scene.ts";
import type { Rgb } from "./raster.ts";
import type { Stock } from "./stock.ts";

export function drawSheet(
  random: Random,
  isBoard: boolean,
  stock: Stock,
): Paper {
  return {
    color: vary(random, pick(random, isBoard ? stock.boards : stock.papers)),
    fibre: between(random, 0.3, isBoard ? 3 : 2),
    fibreSize: between(random, 0.5, 2),
    mottle: between(random, 0, 2),
    ghost: !isBoard && happens(random, 0.08) ? between(random, 2, 7) : 0,
    smudge: isBoard && happens(random, 0.6) ? between(random, 6, 26) : 0,
  };
}

/** Lines as far apart as the digit's size makes likely. */
export function drawLinesOn(
  random: Random,
  size: number,
  stock: Stock,
): Lines {
  const isGraph = happens(random, 0.45);
  const spacing = Math.max(
    5,
    size * (isGraph ? between(random, 0.25, 1) : between(random, 0.5, 1.6)),
  );
  return {
    spacing,
    phase: [random.uniform(), random.uniform()],
    width: Math.max(0.5, size * between(random, 0.008, 0.02)),
    isGraph,
    strongEvery: isGraph && happens(random, 0.15)
      ? pick(random, [2, 5, 10])
      : 0,
    margin: !isGraph && happens(random, 0.25)
      ? (happens(random, 0.7) ? -1 : 1) * size * between(random, 0.6, 1.2)
      : null,
    color: vary(random, pick(random, stock.lines)),
    marginColor: vary(random, pick(random, stock.margins)),
    opacity: between(random, 0.35, 0.95),
    angle: spread(random, 0.03),
  };
}

/** A box that the digit fills well or bursts. */
export function drawCell(random: Random, size: number, stock: Stock): Cell {
  const height = size * between(random, 1.08, 1.6);
  const width = height * between(random, 0.7, 1.1);
  const isTight = happens(random, 0.25);
  const room = (height - size) / 2 + (isTight ? 0.05 * size : 0);
  const neighbours = pick(random, ["none", "joined", 0.15 * size] as const);
  return {
    width,
    height,
    offset: [spread(random, 0.06 * width), room * spread(random, 0.5, 1)],
    line: Math.max(0.8, size * between(random, 0.01, 0.04)),
    neighbours,
    isComb: neighbours === "joined" && happens(random, 0.3),
    gaps: happens(random, 0.2) ? between(random, 0.05, 0.4) : 0,
    color: pick(random, stock.frames),
    opacity: between(random, 0.5, 1),
  };
}

/** One or two sides of the sheet end within the picture. */
export function drawTableAround(
  random: Random,
  width: number,
  height: number,
  { size, x, y }: Place,
  stock: Stock,
): Table {
  const far = 4 * Math.max(width, height);
  const isCut = () => happens(random, 0.4);
  // Between the digit and the end of the picture, nearer the latter.
  const end = (room: number) =>
    isCut() && room > 0.65 * size
      ? between(random, Math.max(0.62 * size, 0.7 * room), room)
      : far;
  return {
    color: vary(random, pick(random, stock.tables)),
    streaks: between(random, 0, 0.15),
    left: -end(x),
    right: end(width - x),
    top: -end(y),
    bottom: end(height - y),
    shadow: between(random, 1, 8),
  };
}

/** No two sheets have quite the same colour. */
function vary(random: Random, [red, green, blue]: Rgb): Rgb {
  const light = spread(random, 5);
  const clamp = (value: number) => Math.min(255, Math.max(0, value));
  return [
    clamp(red + light + spread(random, 2)),
    clamp(green + light + spread(random, 2)),
    clamp(blue + light + spread(random, 2)),
  ];
}
