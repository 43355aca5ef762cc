import type { Child } from "hono/jsx";
import type { Axis } from "./axis.ts";

/** A point in the units of the axes. */
export type Point = readonly [x: number, y: number];

/** Size in units of the drawing, which are pixels on a phone. */
const WIDTH = 300;
const HEIGHT = 220;
const LEFT = 46;
const RIGHT = 18;
const TOP = 26;
const BOTTOM = 42;

/** Where a point is drawn. */
export type Place = (point: Point) => Point;

interface PlotProps {
  /** Says in words what is to be seen, to those who do not see it. */
  readonly alternative: string;
  readonly x: Axis;
  readonly y: Axis;
  /** What is drawn between the axes. */
  readonly children: (place: Place) => Child;
}

/** The frame of a chart: grid, figures, names of the axes. */
export function Plot({ alternative, x, y, children }: PlotProps) {
  const place = placeOn(x, y);
  const middle = (LEFT + WIDTH - RIGHT) / 2;
  return (
    <svg
      class="plot"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={alternative}
    >
      {y.ticks.map((tick) => {
        const [left, at] = place([x.low, tick]);
        return (
          <>
            <line class="grid" x1={left} x2={WIDTH - RIGHT} y1={at} y2={at} />
            <text class="tick" x={left - 6} y={at + 4} text-anchor="end">
              {y.format(tick)}
            </text>
          </>
        );
      })}
      {x.ticks.map((tick) => {
        const [at, bottom] = place([tick, y.low]);
        return (
          <text class="tick" x={at} y={bottom + 16} text-anchor="middle">
            {x.format(tick)}
          </text>
        );
      })}
      <text class="axis" x={middle} y={HEIGHT - 6} text-anchor="middle">
        {x.label}
      </text>
      <text class="axis" x="0" y="10">{y.label}</text>
      {children(place)}
    </svg>
  );
}

function placeOn(x: Axis, y: Axis): Place {
  const width = WIDTH - LEFT - RIGHT;
  const height = HEIGHT - TOP - BOTTOM;
  return ([a, b]) => [
    round(LEFT + width * (a - x.low) / (x.high - x.low)),
    round(HEIGHT - BOTTOM - height * (b - y.low) / (y.high - y.low)),
  ];
}

/** A tenth of a unit is less than is seen. */
function round(value: number): number {
  return Math.round(10 * value) / 10;
}
