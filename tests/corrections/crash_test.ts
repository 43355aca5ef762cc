import assert from "node:assert/strict";
import { openStore } from "../../src/corrections/sqlite_store.ts";
import { fieldsOf } from "../app/corrections.ts";
import { startServer } from "../server_process.ts";

/** Corrections that are sent, and of those the ones answered before the kill. */
const SENT = 60;
const ANSWERED = 30;
/** Senders at once. */
const SENDERS = 4;

Deno.test("a server that is killed has lost no correction that it had answered", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await using server = await startServer({
      DATA_DIR: folder,
      RATE_LIMIT: "off",
    });
    const answered = new Map<string, string>();
    let next = 0;
    const send = async () => {
      while (next < SENT) {
        const number = next++;
        const fields = fieldsOf(number, String(number % 10));
        const response = await fetch(new URL("corrections", server.url), {
          method: "POST",
          headers: { Origin: new URL(server.url).origin },
          body: new URLSearchParams(fields),
        });
        assert.equal(response.status, 200);
        await response.text();
        answered.set(fields.pixels!, fields.digit!);
        if (answered.size === ANSWERED) server.process.kill("SIGKILL");
      }
    };
    const ends = await Promise.allSettled(
      Array.from({ length: SENDERS }, send),
    );
    await server.process.status;
    // They ended by the kill, not by running out of corrections.
    assert.ok(ends.some(({ status }) => status === "rejected"));
    assert.ok(answered.size >= ANSWERED && answered.size < SENT);

    const store = openStore(folder);
    const kept = await Array.fromAsync(
      store.iterate({}),
      ({ pixels, digit }) => [pixels.toBase64(), String(digit)] as const,
    );
    await store.close();
    const found = new Map(kept);
    for (const [pixels, digit] of answered) {
      assert.equal(found.get(pixels), digit);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
