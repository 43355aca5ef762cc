/** How much may be under way at once. */
export interface Bounds {
  /** Pieces of work that run: what they are made of is in memory. */
  readonly running: number;
  /** Results that are not taken yet, those that still come included. */
  readonly ahead: number;
}

interface Started<Result> {
  readonly result: Promise<Result>;
  isSettled: boolean;
}

/**
 * Does work on items that come one after another, some at once, and hands on
 * the results in the order of the items. No item is asked for before there is
 * room for it, so that a slow reader of the results, or one slow item, slows
 * down the source instead of filling memory.
 *
 * @throws What `items` or `work` throws, in the place of its result.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  work: (item: Item) => Promise<Result>,
  { running, ahead }: Bounds,
): AsyncGenerator<Result> {
  const source = eachOf(items);
  const started: Started<Result>[] = [];
  let busy = 0;
  let settled = Promise.withResolvers<void>();
  const start = (item: Item) => {
    const entry = { result: work(item), isSettled: false };
    const onSettled = () => {
      busy--;
      entry.isSettled = true;
      settled.resolve();
    };
    entry.result.then(onSettled, onSettled);
    started.push(entry);
    busy++;
  };
  try {
    for (let isDone = false;;) {
      while (!isDone && busy < running && started.length < ahead) {
        const next = await source.next();
        if (next.done) isDone = true;
        else start(next.value);
      }
      const head = started[0];
      if (!head) return;
      if (head.isSettled) {
        started.shift();
        yield await head.result;
      } else {
        await settled.promise;
        settled = Promise.withResolvers();
      }
    }
  } finally {
    await source.return(undefined);
  }
}

async function* eachOf<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
): AsyncGenerator<Item> {
  yield* items;
}
