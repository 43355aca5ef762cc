/**
 * Does work on items, several at a time, and yields what comes of it in the
 * order of the items. It goes no further ahead than it is asked, so that whoever
 * takes the results slowly holds up the work.
 *
 * @param limit Items that are worked on at a time, at most.
 * @param work Does not reject.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for (const item of items) {
    running.push(work(item));
    if (running.length === limit) yield await running.shift()!;
  }
  for (const result of running) yield await result;
}
