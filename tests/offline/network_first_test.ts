import assert from "node:assert/strict";
import { networkFirst } from "../../src/offline/network_first.ts";

const ANSWER = () => Promise.resolve(new Response("device"));
const NO_ANSWER = () => Promise.resolve(null);

/**
 * What `networkFirst` makes of a real server's answer.
 *
 * @param serve Told by a promise when nobody waits for its answer any more.
 */
async function ask(
  serve: (over: Promise<void>) => Response | Promise<Response>,
  device: () => Promise<Response | null> = ANSWER,
): Promise<string> {
  const over = Promise.withResolvers<void>();
  const server = Deno.serve(
    { port: 0, onListen() {} },
    () => serve(over.promise),
  );
  const network = fetch(`http://127.0.0.1:${server.addr.port}/`);
  const answer = await networkFirst({ network, device });
  const told = `${answer.status} ${await answer.text()}`;
  over.resolve();
  const left = await network;
  if (!left.bodyUsed) await left.body?.cancel();
  await server.shutdown();
  return told;
}

for (const status of [200, 404, 415, 422, 500]) {
  Deno.test(`the server's answer of ${status} stands`, async () => {
    const answer = await ask(() => new Response("server", { status }));
    assert.equal(answer, `${status} server`);
  });
}

for (const status of [502, 503, 504]) {
  Deno.test(`the device answers where a proxy answers ${status}`, async () => {
    const answer = await ask(() => new Response("proxy", { status }));
    assert.equal(answer, "200 device");
  });

  Deno.test(`a proxy's ${status} stands where the device has no answer`, async () => {
    const answer = await ask(
      () => new Response("proxy", { status }),
      NO_ANSWER,
    );
    assert.equal(answer, `${status} proxy`);
  });
}

Deno.test("the device answers where the server keeps silent", async () => {
  const answer = await ask((over) => over.then(() => new Response("late")));
  assert.equal(answer, "200 device");
});

Deno.test("the device answers where there is no server", async () => {
  const network = fetch("http://127.0.0.1:1/");
  const answer = await networkFirst({ network, device: ANSWER });
  assert.equal(await answer.text(), "device");
});

Deno.test("where neither can answer, the failure of the network shows", async () => {
  const network = fetch("http://127.0.0.1:1/");
  await assert.rejects(networkFirst({ network, device: NO_ANSWER }), TypeError);
});
