import type { FamilyResult } from "../../src/model_comparison.ts";
import { figures } from "../../src/views/words/figures.ts";
import { OWN } from "./own_network.ts";

const { duration, milliseconds, share, whole } = figures.en;

/** All in pixels. */
const WIDTH = 1040;
const TOP = 86;
const ROW = 34;
const BOTTOM = 56;
/** Between them lies the scale. */
const LEFT = 190;
const RIGHT = 480;
/** Right edges of the columns beside the scale. */
const COLUMNS = [
  { title: "accuracy", right: 560 },
  { title: "parameters", right: 660 },
  { title: "training", right: 766 },
  { title: "one image", right: 858 },
  { title: "most confused", right: 1020 },
] as const;

/** Ends of the scale of shares misread, which is logarithmic: they differ by factors of a hundred. */
const LOWEST = 0.002;
const HIGHEST = 0.6;
const TICKS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

const OURS = "#2d4a9e";
const OTHERS = "#8b8577";
const FAINT = "#666358";
const GRID = "#e3ddd0";

/** The results as an SVG picture, which stands by itself: points with their 95% intervals. */
export function comparisonPicture(results: readonly FamilyResult[]): string {
  const height = TOP + results.length * ROW + BOTTOM;
  const bottom = TOP + results.length * ROW;
  const parts = [
    `<rect width="100%" height="100%" fill="#fffefb"/>`,
    text(16, 28, "Ways to read MNIST's test digits", {
      "font-size": "16",
      "font-weight": "600",
    }),
    text(16, 48, "Share misread with its 95% interval, logarithmic", {
      fill: FAINT,
    }),
    ...COLUMNS.map(({ title, right }) =>
      text(right, TOP - 12, title, { "text-anchor": "end", fill: FAINT })
    ),
    ...TICKS.map((tick) => drawTick(tick, bottom)),
    ...results.map((result, row) => drawResult(result, TOP + row * ROW)),
    text((LEFT + RIGHT) / 2, bottom + 40, "misread", {
      "text-anchor": "middle",
      fill: FAINT,
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="13">\n` +
    `${parts.join("\n")}\n</svg>\n`;
}

function drawTick(tick: number, bottom: number): string {
  const x = place(tick);
  return `<line x1="${x}" x2="${x}" y1="${TOP}" y2="${bottom}" stroke="${GRID}"/>` +
    text(x, bottom + 18, `${Number((100 * tick).toPrecision(3))}%`, {
      "text-anchor": "middle",
      "font-size": "12",
      fill: FAINT,
    });
}

function drawResult(result: FamilyResult, top: number): string {
  const color = result.id === OWN.id ? OURS : OTHERS;
  const middle = top + ROW / 2;
  const base = middle + 5;
  const [low, high] = result.interval;
  const style = result.id === OWN.id
    ? { fill: OURS, "font-weight": "600" }
    : {};
  return [
    text(16, base, result.name, style),
    `<line x1="${place(1 - high)}" x2="${
      place(1 - low)
    }" y1="${middle}" y2="${middle}" stroke="${color}" stroke-width="2"/>`,
    `<circle cx="${
      place(1 - result.accuracy)
    }" cy="${middle}" r="5" fill="${color}"/>`,
    ...cells(result).map((cell, column) =>
      text(COLUMNS[column]!.right, base, cell, {
        ...style,
        "text-anchor": "end",
      })
    ),
  ].join("");
}

/** One for each column. */
function cells(result: FamilyResult): string[] {
  const { confused } = result;
  return [
    share(result.accuracy),
    whole(result.parameters),
    duration(result.trainingSeconds),
    milliseconds(result.predictionMs),
    confused
      ? `${confused.truth} as ${confused.read}, ${confused.count} times`
      : "none",
  ];
}

function place(misread: number): string {
  const within = Math.min(HIGHEST, Math.max(LOWEST, misread));
  const along = Math.log(within / LOWEST) / Math.log(HIGHEST / LOWEST);
  return (LEFT + (RIGHT - LEFT) * along).toFixed(1);
}

function text(
  x: number | string,
  y: number,
  content: string,
  attributes: Readonly<Record<string, string>>,
): string {
  const list = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`).join("");
  return `<text x="${x}" y="${y}"${list}>${escape(content)}</text>`;
}

function escape(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
