import assert from "node:assert/strict";
import { browserTest } from "./browser.ts";
import { watchShifts } from "./write.ts";

/** Characters of a page that arrive together: a part of the answer. */
const PIECE = 400;
/** Milliseconds from one piece to the next: browsers paint in between. */
const PAUSE = 40;

/** Hands on what the server at `url` says, its pages piece by piece. */
function startSlowly(url: string): Deno.HttpServer<Deno.NetAddr> {
  return Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      const { pathname, search } = new URL(request.url);
      const { body, headers } = await fetch(new URL(pathname + search, url));
      const isPage = headers.get("content-type")?.startsWith("text/html");
      return new Response(isPage ? inPieces(body!) : body, {
        headers: {
          "content-type": headers.get("content-type")!,
          "content-security-policy": headers.get("content-security-policy") ??
            "",
        },
      });
    },
  );
}

async function* inPieces(body: ReadableStream<Uint8Array>) {
  const page = new Uint8Array(await new Response(body).arrayBuffer());
  for (let start = 0; start < page.length; start += PIECE) {
    yield page.subarray(start, start + PIECE);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

for (const width of [390, 1280]) {
  browserTest(
    `nothing moves at ${width} pixels while the page itself arrives`,
    async ({ page, url }) => {
      await using slow = startSlowly(url);
      await page.goto(`http://127.0.0.1:${slow.addr.port}/`);
      const shifts = await watchShifts(page);
      assert.deepEqual(await shifts(), []);
    },
    { viewport: { width, height: 844 } },
  );
}
