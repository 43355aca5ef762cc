/**
 * Lets a few be at work at a time; the others wait their turn, first come first
 * served, so that nobody is overtaken for ever.
 *
 * @param limit How many may be at work.
 */
export function createTurns(
  limit: number,
): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let free = limit;

  return async function takeTurn(work) {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // Whoever is next takes the place over: it is free to nobody else.
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
