import { setTimeout } from "node:timers";
import { collectGarbage } from "./collect_garbage.ts";
import { MAX_IDLE } from "./limits.ts";

/**
 * Gives back memory when there was nothing to do for a while: V8 would keep what
 * the last work left for as long as none follows.
 *
 * @returns To be called after each piece of work.
 */
export function collectWhenIdle(): () => void {
  let isWaiting = false;
  let last = 0;
  function wait(milliseconds: number): void {
    isWaiting = true;
    setTimeout(look, milliseconds).unref();
  }
  function look(): void {
    const left = last + MAX_IDLE - performance.now();
    if (left > 0) return wait(left);
    isWaiting = false;
    collectGarbage();
  }
  return () => {
    // A timer each would take longer than all else that is done here.
    last = performance.now();
    if (!isWaiting) wait(MAX_IDLE);
  };
}
