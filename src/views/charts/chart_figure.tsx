import type { Child } from "hono/jsx";

interface ChartFigureProps {
  readonly title: string;
  /** How to read it, and what it says here. */
  readonly note: Child;
  readonly children: Child;
}

/** A chart with what it shows above and what it says below. */
export function ChartFigure({ title, note, children }: ChartFigureProps) {
  return (
    <figure class="chart">
      <h3>{title}</h3>
      {children}
      <figcaption>{note}</figcaption>
    </figure>
  );
}
