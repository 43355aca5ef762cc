import type { Ink } from "./ink.ts";

/** How far ink leans to the right, in shifts per height, by its second moments. */
export function slantOf({ width, data }: Ink): number {
  let [mass, sumX, sumY, sumXY, sumYY] = [0, 0, 0, 0, 0];
  data.forEach((value, i) => {
    const x = i % width;
    const y = (i - x) / width;
    mass += value;
    sumX += value * x;
    sumY += value * y;
    sumXY += value * x * y;
    sumYY += value * y * y;
  });
  const along = sumYY - sumY * sumY / mass;
  return along > 0 ? -(sumXY - sumX * sumY / mass) / along : 0;
}
