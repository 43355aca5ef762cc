/**
 * V8's own, where `--v8-flags=--expose-gc` lets it through. What a codec took, or
 * a body, is no part of V8's heap, which sees no reason to look for it: two or
 * three instances of 192 MiB would lie about.
 */
declare const gc: (() => void) | undefined;

/**
 * Gives back memory that nothing refers to, as far as the process was started so
 * that it may. Compiled code goes with it that works on objects of which there are
 * none just now: a thread that is to answer at once lets V8 choose the time.
 */
export function collectGarbage(): void {
  if (typeof gc === "function") gc();
}
