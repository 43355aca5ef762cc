import type { Labels, Metric } from "./metric.ts";

/**
 * The media type of Prometheus' text format, version 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/).
 */
export const EXPOSITION_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** Writes metrics down as Prometheus reads them. */
export function expose(metrics: readonly Metric[]): string {
  return metrics.map((metric) => {
    const { name, help, type } = metric;
    const lines = [
      `# HELP ${name} ${escape(help)}`,
      `# TYPE ${name} ${type}`,
    ];
    for (const { suffix, labels, value } of metric.samples()) {
      lines.push(`${name}${suffix}${writeLabels(labels)} ${write(value)}`);
    }
    return lines.join("\n") + "\n";
  }).join("");
}

function writeLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) =>
    `${name}="${escape(value).replaceAll('"', '\\"')}"`
  );
  return pairs.length === 0 ? "" : `{${pairs.join()}}`;
}

function escape(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}

/** As Go reads numbers. */
function write(value: number): string {
  if (value === Infinity) return "+Inf";
  if (value === -Infinity) return "-Inf";
  return String(value);
}
