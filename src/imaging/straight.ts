/** A straight line: `at` + `slope` x step, of a level one y by x, of an upright one x by y. */
export interface Straight {
  readonly at: number;
  readonly slope: number;
}

/** The pixel of a line at a step. */
export function placeOn({ at, slope }: Straight, step: number): number {
  return Math.round(at + slope * step);
}

/** The line nearest to two or more values, by least squares. */
export function straightThrough(
  steps: readonly number[],
  values: readonly number[],
): Straight {
  const [middle, mean] = [meanOf(steps), meanOf(values)];
  let [across, along] = [0, 0];
  steps.forEach((step, i) => {
    across += (step - middle) ** 2;
    along += (step - middle) * (values[i]! - mean);
  });
  const slope = along / across;
  return { at: mean - slope * middle, slope };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
