import type { Axis } from "./axis.ts";
import { Plot, type Point } from "./plot.tsx";

interface LineChartProps {
  readonly alternative: string;
  readonly x: Axis;
  readonly y: Axis;
  /** In the units of the axes, from left to right; what leaves the axes on the right is cut off. */
  readonly points: readonly Point[];
  /** A point of the line that stands out, with its meaning in words. */
  readonly mark?: { readonly point: Point; readonly meaning: string };
}

/** One line over its axes. */
export function LineChart({ alternative, x, y, points, mark }: LineChartProps) {
  const inside = cutAt(x.high, points);
  return (
    <Plot alternative={alternative} x={x} y={y}>
      {(place) => (
        <>
          <polyline
            class="line"
            points={inside.map((point) => place(point).join()).join(" ")}
          />
          {mark && (
            <circle
              class="mark"
              cx={place(mark.point)[0]}
              cy={place(mark.point)[1]}
              r="5"
            >
              <title>{mark.meaning}</title>
            </circle>
          )}
        </>
      )}
    </Plot>
  );
}

/** The line up to `right`, which it meets between two points. */
function cutAt(right: number, points: readonly Point[]): readonly Point[] {
  const beyond = points.findIndex(([x]) => x > right);
  if (beyond < 1) return points;
  const [x0, y0] = points[beyond - 1]!;
  const [x1, y1] = points[beyond]!;
  const end = y0 + (y1 - y0) * (right - x0) / (x1 - x0);
  return [...points.slice(0, beyond), [right, end]];
}
