import type { ReliabilityBin } from "../../model_report.ts";
import { shareAxis } from "./axis.ts";
import { Plot, type Point } from "./plot.tsx";
import type { Words } from "../words/words.ts";

/** Radius of the smallest dot, and what the largest has more. */
const LEAST_RADIUS = 3;
const MORE_RADIUS = 8;

interface ReliabilityChartProps {
  readonly bins: readonly ReliabilityBin[];
  readonly words: Words;
}

/** What answers claimed against how often they were right: dots on the line are honest. */
export function ReliabilityChart({ bins, words }: ReliabilityChartProps) {
  const { model: { confidence: { reliability } }, figures } = words;
  const most = Math.max(...bins.map(({ count }) => count));
  const diagonal: readonly Point[] = [[0, 0], [1, 1]];
  return (
    <Plot
      alternative={reliability.alternative(bins)}
      x={shareAxis(reliability.confidence, figures)}
      y={shareAxis(reliability.right, figures)}
    >
      {(place) => (
        <>
          <polyline
            class="ideal"
            points={diagonal.map((point) => place(point).join()).join(" ")}
          />
          {bins.map((bin) => {
            const [x, y] = place([bin.confidence, bin.accuracy]);
            const share = Math.sqrt(bin.count / most);
            const radius = LEAST_RADIUS + MORE_RADIUS * share;
            return (
              <circle class="dot" cx={x} cy={y} r={radius.toFixed(1)}>
                <title>{reliability.bin(bin)}</title>
              </circle>
            );
          })}
        </>
      )}
    </Plot>
  );
}
