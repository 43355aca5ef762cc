import type { Components } from "./components.ts";
import type { Ink } from "./ink.ts";
import type { Box } from "./picture.ts";

/**
 * A piece along this part of a side of the picture lies beside the sheet: the
 * table in a photo. No stroke that ends at the edge runs along it so far.
 */
const BESIDE_SHARE = 3 / 4;

/** How a piece touches the sides of the picture. */
export interface Contact {
  /** Sides that it runs along. */
  readonly sides: number;
  /** Pixels of the side that it touches most of. */
  readonly longest: number;
}

/** For each piece how it touches the sides of the picture. */
export function findContacts(
  { width, height }: Ink,
  { list, labels: labelsOf }: Components,
): Contact[] {
  const contacts = list.map(() => ({ sides: 0, longest: 0 }));
  const touchesSide = ({ x, y, ...box }: Box) =>
    x === 0 || y === 0 || x + box.width === width || y + box.height === height;
  if (!list.some(({ box }) => touchesSide(box))) return contacts;
  const labels = labelsOf();
  const lastRow = (height - 1) * width;
  const sides = [
    { start: 0, step: 1, length: width },
    { start: lastRow, step: 1, length: width },
    { start: 0, step: width, length: height },
    { start: width - 1, step: width, length: height },
  ];
  for (const { start, step, length } of sides) {
    const touching = new Map<number, number>();
    for (let i = 0, at = start; i < length; i++, at += step) {
      const label = labels[at]!;
      if (label > 0) touching.set(label, (touching.get(label) ?? 0) + 1);
    }
    for (const [label, count] of touching) {
      const contact = contacts[label - 1]!;
      contact.longest = Math.max(contact.longest, count);
      if (count >= BESIDE_SHARE * length) contact.sides++;
    }
  }
  return contacts;
}
