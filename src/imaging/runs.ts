/**
 * Where runs begin and end in a row. They are functions of one loop each, since V8
 * takes three times as long for the same within the loops that use them. Indices that
 * are worked out from boxes may come as floats, with which it takes twice as long.
 */

/** The first index from `from` on with ink of at least `least`; `end` where there is none. */
export function nextInk(
  data: Float32Array | Uint8Array,
  from: number,
  end: number,
  least: number,
): number {
  const stop = end | 0;
  for (let i = from | 0; i < stop; i++) if (data[i]! >= least) return i;
  return end;
}

/** The first index from `from` on with less ink than `least`; `end` where there is none. */
export function nextPaper(
  data: Float32Array | Uint8Array,
  from: number,
  end: number,
  least: number,
): number {
  const stop = end | 0;
  for (let i = from | 0; i < stop; i++) if (data[i]! < least) return i;
  return end;
}

/** The first index from `from` on with another value than `value`; `end` where there is none. */
export function nextOther(
  data: Uint8Array,
  from: number,
  end: number,
  value: number,
): number {
  const stop = end | 0;
  for (let i = from | 0; i < stop; i++) if (data[i] !== value) return i;
  return end;
}

/** The same for words, for V8 would compile one function for both to slower code. */
export function nextOtherWord(
  data: Int32Array,
  from: number,
  end: number,
  value: number,
): number {
  const stop = end | 0;
  for (let i = from | 0; i < stop; i++) if (data[i] !== value) return i;
  return end;
}

/** The last index before `end` with another value than `value`; `from` - 1 where there is none. */
export function lastOther(
  data: Uint8Array,
  from: number,
  end: number,
  value: number,
): number {
  const stop = from | 0;
  for (let i = (end | 0) - 1; i >= stop; i--) if (data[i] !== value) return i;
  return from - 1;
}
