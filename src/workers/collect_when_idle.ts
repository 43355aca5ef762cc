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
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(collectGarbage, MAX_IDLE);
    timer.unref();
  };
}
