import { STALL_TIMEOUT } from "../../http/limits.ts";

/** Milliseconds without a line until a space is sent: well before a connection is taken for a stalled one. */
const INTERVAL = STALL_TIMEOUT / 2;
/** JSON may have it in front (RFC 8259, 2), so that no line is empty for it. */
const SPACE = new TextEncoder().encode(" ");

/** Lines of JSON as they come, and a space in front of one that takes long. */
export async function* heartbeat(
  lines: AsyncGenerator<Uint8Array>,
  interval = INTERVAL,
): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const next = lines.next();
      while (await isLate(next, interval)) yield SPACE;
      const { value, done } = await next;
      if (done) return;
      yield value;
    }
  } finally {
    await lines.return(undefined);
  }
}

function isLate(next: Promise<unknown>, interval: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, interval, true);
  });
  return Promise.race([next.then(() => false), late])
    .finally(() => clearTimeout(timer));
}
