/** Things that are joined two at a time, and the groups that come of it (disjoint sets). */
export interface Groups {
  /** Makes one group of those that two things are in. */
  join(a: number, b: number): void;
  /** The things of each group that has some, by their indices. */
  of(things: Iterable<number>): number[][];
}

/** @param count Things, each in a group of its own. */
export function createGroups(count: number): Groups {
  const groupOf = Array.from({ length: count }, (_, i) => i);
  const find = (i: number): number =>
    groupOf[i] === i ? i : groupOf[i] = find(groupOf[i]!);
  return {
    join(a, b) {
      groupOf[find(b)] = find(a);
    },
    of: (things) => Map.groupBy(things, find).values().toArray(),
  };
}
