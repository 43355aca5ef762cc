import { createGauge, type Metric } from "../telemetry/metric.ts";
import type { LaneState } from "./lane.ts";

const TOLD: readonly (readonly [
  key: keyof LaneState,
  name: string,
  help: string,
])[] = [
  ["waiting", "waiting", "Pictures that wait for a worker"],
  ["maxWaiting", "waiting_limit", "Pictures that may wait for a worker"],
  ["workers", "workers", "Workers that take pictures"],
  ["working", "working", "Workers that read a picture right now"],
  ["lost", "lost_workers", "Workers that run on beyond their deadline"],
];

/** How the lanes of the reader pool stand, by the label `lane`. */
export function laneMetrics(
  lanes: () => Readonly<Record<string, LaneState>>,
): Metric[] {
  return TOLD.map(([key, name, help]) =>
    createGauge(
      `inkling_reader_${name}`,
      help,
      () =>
        Object.entries(lanes()).map(([lane, state]) => ({
          labels: { lane },
          value: state[key],
        })),
    )
  );
}
