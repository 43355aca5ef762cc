import assert from "node:assert/strict";
import {
  HttpClient,
  postRequest,
  RefusedError,
} from "../../bench/service/http_client.ts";
import { load } from "../../bench/service/load.ts";

/** Answers every request with these bytes, `piece` of them at a time. */
function serveBytes(answer: string, piece: number) {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const bytes = new TextEncoder().encode(answer);
  const answerAll = async (connection: Deno.TcpConn) => {
    const request = new Uint8Array(1000);
    while (await connection.read(request).catch(() => null) !== null) {
      for (let at = 0; at < bytes.length; at += piece) {
        await connection.write(bytes.subarray(at, at + piece));
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    connection.close();
  };
  const serve = async () => {
    const connections: Promise<void>[] = [];
    for await (const connection of listener) {
      connections.push(answerAll(connection));
    }
    await Promise.all(connections);
  };
  const served = serve();
  return {
    url: new URL(`http://127.0.0.1:${(listener.addr as Deno.NetAddr).port}/`),
    async [Symbol.asyncDispose]() {
      listener.close();
      await served;
    },
  };
}

const REQUEST = postRequest("/", "text/plain", new Uint8Array(3));
const JSON_ANSWER = `HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"a": 17}`;
const CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" +
  "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n";

for (const piece of [1, 7, 1000]) {
  Deno.test(`HttpClient takes answers that come ${piece} bytes at a time, one after the other`, async () => {
    for (
      const [answer, body] of [
        [JSON_ANSWER, '{"a": 17}'],
        [CHUNKED, "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"],
        ["HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", ""],
      ] as const
    ) {
      await using server = serveBytes(answer, piece);
      using client = await HttpClient.connect(server.url);
      for (let i = 0; i < 3; i++) {
        const found = await client.ask(REQUEST);
        assert.equal(new TextDecoder().decode(found), body);
      }
    }
  });
}

Deno.test("HttpClient takes no refusal for an answer", async () => {
  await using server = serveBytes(
    "HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nbusy",
    100,
  );
  using client = await HttpClient.connect(server.url);
  await assert.rejects(client.ask(REQUEST), RefusedError);
  const { requests, refused } = await load(server.url, [REQUEST], 1, 20);
  assert.equal(requests, 0);
  assert.ok(refused > 0);
});

Deno.test("load() asks over as many connections as it is told, and counts every answer", async () => {
  let [asked, open, most] = [0, 0, 0];
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async () => {
      asked++;
      most = Math.max(most, ++open);
      await new Promise((resolve) => setTimeout(resolve, 2));
      open--;
      return new Response("answer");
    },
  );
  const url = new URL(`http://127.0.0.1:${server.addr.port}/`);
  const result = await load(url, [REQUEST], 3, 100);
  assert.equal(result.requests, asked);
  assert.equal(result.latencies.length, asked);
  assert.equal(most, 3);
  assert.ok(result.latencies.every((ms) => ms >= 1));
});
