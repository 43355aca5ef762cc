import type { Confusion } from "../../model_report.ts";
import type { MistakesWords } from "../words/model/mistakes.ts";

/** In units of the drawing, which are pixels on a phone. */
const CELL = 30;
const LEFT = 40;
const TOP = 38;
/** Even one mistake is to be seen. */
const LEAST_SHADE = 0.15;
/** The figures on it are to be read, in either theme. */
const MOST_SHADE = 0.5;

interface ConfusionChartProps {
  readonly confusion: Confusion;
  readonly words: MistakesWords;
}

/**
 * Truth by row, answer by column. Mistakes are shaded by themselves, by the root of their number:
 * beside the thousand on the diagonal none of them would be seen.
 */
export function ConfusionChart({ confusion, words }: ConfusionChartProps) {
  const side = CELL * confusion.length;
  const most = Math.max(1, ...mistakes(confusion));
  return (
    <svg
      class="confusion"
      viewBox={`0 0 ${LEFT + side + 2} ${TOP + side + 2}`}
      role="img"
      aria-label={words.matrix}
    >
      <text class="axis" x={LEFT + side / 2} y="12" text-anchor="middle">
        {words.columns}
      </text>
      <text
        class="axis"
        transform={`translate(12 ${TOP + side / 2}) rotate(-90)`}
        text-anchor="middle"
      >
        {words.rows}
      </text>
      {confusion.map((row, truth) => (
        <>
          <text
            class="tick"
            x={LEFT + CELL * (truth + 0.5)}
            y={TOP - 8}
            text-anchor="middle"
          >
            {truth}
          </text>
          <text
            class="tick"
            x={LEFT - 10}
            y={TOP + CELL * (truth + 0.5) + 4}
            text-anchor="middle"
          >
            {truth}
          </text>
          {row.map((count, read) => (
            <Cell
              truth={truth}
              read={read}
              count={count}
              most={most}
              label={words.cell(truth, read, count)}
            />
          ))}
        </>
      ))}
    </svg>
  );
}

interface CellProps {
  readonly truth: number;
  readonly read: number;
  readonly count: number;
  /** Of the most frequent mistake. */
  readonly most: number;
  readonly label: string;
}

function Cell({ truth, read, count, most, label }: CellProps) {
  const right = truth === read;
  const shade = count === 0
    ? 0
    : LEAST_SHADE + (MOST_SHADE - LEAST_SHADE) * Math.sqrt(count / most);
  const [x, y] = [LEFT + CELL * read, TOP + CELL * truth];
  const kind = right ? "right" : count > 0 ? "wrong" : "none";
  return (
    <g class={kind}>
      <rect
        x={x + 1}
        y={y + 1}
        width={CELL - 2}
        height={CELL - 2}
        rx="3"
        fill-opacity={kind === "wrong" ? shade.toFixed(2) : undefined}
      />
      {count > 0 && (
        <text
          x={x + CELL / 2}
          y={y + CELL / 2 + 4}
          text-anchor="middle"
        >
          {count}
        </text>
      )}
      <title>{label}</title>
    </g>
  );
}

function mistakes(confusion: Confusion): number[] {
  return confusion.flatMap((row, truth) =>
    row.filter((_, read) => read !== truth)
  );
}
