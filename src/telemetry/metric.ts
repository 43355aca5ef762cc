/** One value of a metric. */
export interface Sample {
  /** What follows the metric's name, as "_sum" of a histogram; mostly nothing. */
  readonly suffix: string;
  readonly labels: Labels;
  readonly value: number;
}

/** Values come from closed sets: each new combination is kept for ever. */
export type Labels = Readonly<Record<string, string>>;

/** What is counted or measured under one name (Prometheus' data model). */
export interface Metric {
  /** Letters, digits and underscores, in base units: seconds and bytes. */
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  /** As it is now. */
  samples(): Iterable<Sample>;
}

/** A metric that has one `Series` for each combination of label values. */
export interface Family<Label extends string, Series> extends Metric {
  /** From then on it is told, at zero first, so that the first count is seen as one. */
  of(labels: Readonly<Record<Label, string>>): Series;
}

/** What only goes up, as long as the process runs. */
export type Counter<Label extends string> = Family<
  Label,
  { add(by?: number): void }
>;

/** How many of what was measured were at most as large as each bound. */
export type Histogram<Label extends string> = Family<
  Label,
  { observe(value: number): void }
>;

/** @param labels Their names, in the order that they are written in. */
export function createCounter<Label extends string>(
  name: string,
  help: string,
  labels: readonly Label[],
): Counter<Label> {
  const series = createSeries(labels, () => ({
    value: 0,
    add(by = 1) {
      this.value += by;
    },
  }));
  return {
    name,
    help,
    type: "counter",
    of: series.of,
    *samples() {
      for (const { labels, state } of series.all()) {
        yield { suffix: "", labels, value: state.value };
      }
    },
  };
}

/** @param read What it is now: one value, or several with their labels. */
export function createGauge(
  name: string,
  help: string,
  read: () => number | Iterable<Omit<Sample, "suffix">>,
): Metric {
  return {
    name,
    help,
    type: "gauge",
    *samples() {
      const now = read();
      const values = typeof now === "number"
        ? [{ labels: {}, value: now }]
        : now;
      for (const value of values) yield { suffix: "", ...value };
    },
  };
}

/**
 * @param labels Their names, in the order that they are written in.
 * @param bounds Ascending; what is above the last one is counted as well.
 */
export function createHistogram<Label extends string>(
  name: string,
  help: string,
  labels: readonly Label[],
  bounds: readonly number[],
): Histogram<Label> {
  const series = createSeries(labels, () => ({
    /** Per bucket, not yet summed up. */
    counts: bounds.map(() => 0),
    above: 0,
    sum: 0,
    observe(value: number) {
      this.sum += value;
      const bucket = bounds.findIndex((bound) => value <= bound);
      if (bucket < 0) this.above++;
      else this.counts[bucket]!++;
    },
  }));
  return {
    name,
    help,
    type: "histogram",
    of: series.of,
    *samples() {
      for (const { labels, state } of series.all()) {
        let count = 0;
        for (const [i, bound] of bounds.entries()) {
          count += state.counts[i]!;
          const le = String(bound);
          yield { suffix: "_bucket", labels: { ...labels, le }, value: count };
        }
        count += state.above;
        const all = { ...labels, le: "+Inf" };
        yield { suffix: "_bucket", labels: all, value: count };
        yield { suffix: "_sum", labels, value: state.sum };
        yield { suffix: "_count", labels, value: count };
      }
    },
  };
}

interface SeriesByLabels<Label extends string, State> {
  of(values: Readonly<Record<Label, string>>): State;
  all(): Iterable<{ readonly labels: Labels; readonly state: State }>;
}

/** What is kept for each combination of label values. */
function createSeries<Label extends string, State>(
  names: readonly Label[],
  create: () => State,
): SeriesByLabels<Label, State> {
  const kept = new Map<string, { labels: Labels; state: State }>();
  return {
    of(values) {
      let key = "";
      for (const name of names) key += `${values[name]}\n`;
      let found = kept.get(key);
      if (!found) {
        const labels = Object.fromEntries(
          names.map((name) => [name, values[name]]),
        );
        kept.set(key, found = { labels, state: create() });
      }
      return found.state;
    },
    all: () => kept.values(),
  };
}
