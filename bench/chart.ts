import type { Timing } from "./interleave.ts";
import type { Growth } from "./measure.ts";

const WIDTH = 760;
const BAR = 26;
const LABEL = 270;
const TEXT = `font-family="system-ui, sans-serif" font-size="14"`;

/** Bars of how long one image takes, logarithmic: contenders differ by factors of a hundred. */
export function barChart(title: string, timings: readonly Timing[]): string {
  const sorted = timings.toSorted((a, b) => a.median_ms - b.median_ms);
  const least = sorted[0]!.median_ms / 2;
  const span = Math.log(sorted.at(-1)!.median_ms / least);
  const bars = sorted.map(({ name, median_ms }, index) => {
    const y = 44 + index * BAR;
    const length = (WIDTH - LABEL - 90) * Math.log(median_ms / least) / span;
    const color = name === "simd" || name === "loops" ? "#2d4a9e" : "#a8a396";
    return `<text x="${LABEL - 8}" y="${
      y + 15
    }" text-anchor="end">${name}</text>` +
      `<rect x="${LABEL}" y="${y}" width="${
        length.toFixed(1)
      }" height="20" rx="3" fill="${color}"/>` +
      `<text x="${(LABEL + length + 6).toFixed(1)}" y="${y + 15}">${
        (median_ms * 1000).toFixed(0)
      } us</text>`;
  });
  return svg(title, 54 + sorted.length * BAR, bars);
}

const COLORS: Record<string, string> = {
  "simd": "#2d4a9e",
  "loops": "#7d92cf",
  "onnxruntime-node": "#b4572e",
  "tfjs-wasm": "#a8a396",
};

/** Lines of time over width, both logarithmic. */
export function growthChart(title: string, growth: readonly Growth[]): string {
  const height = 360;
  const [left, right, top, bottom] = [40, WIDTH - 230, 50, height - 40];
  const all = growth.flatMap(({ timings }) =>
    timings.map(({ median_ms }) => median_ms)
  );
  const [least, most] = [Math.min(...all) / 1.3, Math.max(...all) * 1.3];
  const x = (index: number) =>
    left + (right - left) * index / (growth.length - 1);
  const y = (ms: number) =>
    bottom - (bottom - top) * Math.log(ms / least) / Math.log(most / least);
  const names = growth[0]?.timings.map(({ name }) => name) ?? [];
  const lines = names.map((name, n) => {
    const points = growth.map(({ timings }, index) => {
      const ms = timings[n]!.median_ms;
      return { x: x(index).toFixed(1), y: y(ms).toFixed(1), ms };
    });
    const end = points.at(-1)!;
    const color = COLORS[name] ?? "#000";
    return `<polyline fill="none" stroke="${color}" stroke-width="2.5" points="${
      points.map((point) => `${point.x},${point.y}`).join(" ")
    }"/>` +
      points.map((point) =>
        `<circle cx="${point.x}" cy="${point.y}" r="4" fill="${color}"/>`
      )
        .join("") +
      `<text x="${Number(end.x) + 10}" y="${
        Number(end.y) + 5
      }" fill="${color}">${name} ${(end.ms * 1000).toFixed(0)} us</text>`;
  });
  const ticks = growth.map(({ factor }, index) =>
    `<text x="${x(index)}" y="${
      bottom + 24
    }" text-anchor="middle">x${factor}</text>`
  );
  return svg(title, height, [...lines, ...ticks]);
}

function svg(title: string, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" ${TEXT}>\n` +
    `<rect width="100%" height="100%" fill="#fffefb"/>\n` +
    `<text x="16" y="26" font-size="16" font-weight="600">${title}</text>\n` +
    `${parts.join("\n")}\n</svg>\n`;
}
