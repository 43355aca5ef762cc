import type { ReliabilityBin } from "../../model_report.ts";
import { share, whole } from "../figures.ts";
import { shareAxis } from "./axis.ts";
import { Plot, type Point } from "./plot.tsx";

/** Radius of the smallest dot, and what the largest has more. */
const LEAST_RADIUS = 3;
const MORE_RADIUS = 8;

/** What answers claimed against how often they were right: dots on the line are honest. */
export function ReliabilityChart(
  { bins }: { readonly bins: readonly ReliabilityBin[] },
) {
  const most = Math.max(...bins.map(({ count }) => count));
  const diagonal: readonly Point[] = [[0, 0], [1, 1]];
  return (
    <Plot
      alternative={`Share read right by confidence: ${
        bins.map(({ confidence, accuracy }) =>
          `${share(accuracy, 0)} at ${share(confidence, 0)}`
        ).join(", ")
      }.`}
      x={shareAxis("Confidence")}
      y={shareAxis("Read right")}
    >
      {(place) => (
        <>
          <polyline
            class="ideal"
            points={diagonal.map((point) => place(point).join()).join(" ")}
          />
          {bins.map(({ from, to, count, confidence, accuracy }) => {
            const [x, y] = place([confidence, accuracy]);
            const radius = LEAST_RADIUS + MORE_RADIUS * Math.sqrt(count / most);
            return (
              <circle class="dot" cx={x} cy={y} r={radius.toFixed(1)}>
                <title>
                  {`Confidence ${share(from, 0)} to ${share(to, 0)}: ${
                    whole(count)
                  } answers, ${share(accuracy, 1)} right`}
                </title>
              </circle>
            );
          })}
        </>
      )}
    </Plot>
  );
}
