import assert from "node:assert/strict";
import { sevenPng } from "../app/drawing.ts";
import { startServer } from "../server_process.ts";
import { assertDescribed, document, operationOf } from "./described.ts";
import { isThere } from "./program.ts";

const ignore = !isThere("curl");
if (ignore) console.log("no curl here: lines of the document are not run");

/** What curl says of an answer after its body. */
const AFTER =
  "%{stderr}%{http_code} %{content_type} %{method} %{url_effective}";

/** Runs a line of a shell, as whoever copied it would. */
async function run(line: string, cwd: string): Promise<void> {
  const { code, stdout, stderr } = await new Deno.Command("sh", {
    args: ["-c", line],
    cwd,
    // Nothing is added to the line itself.
    env: { CURL_HOME: cwd },
  }).output();
  const [told, said] = [stdout, stderr].map((bytes) =>
    new TextDecoder().decode(bytes)
  );
  assert.equal(code, 0, said);
  const [status, type, method, url] = said!.trim().split(" ");
  assert.equal(status, "200", `${line}: ${told}`);
  const operation = operationOf(method!, new URL(url!).pathname);
  assert.ok(operation, line);
  await assertDescribed(
    operation,
    new Response(told, { headers: { "Content-Type": type! } }),
  );
}

Deno.test({
  name: "the lines to copy run as they are, and are answered as described",
  ignore,
  async fn() {
    await using server = await startServer();
    const cwd = await Deno.makeTempDir();
    try {
      for (const name of ["digit.png", "column.png"]) {
        await Deno.writeFile(`${cwd}/${name}`, sevenPng);
      }
      await Deno.writeTextFile(
        `${cwd}/.curlrc`,
        `silent\nwrite-out = "${AFTER}"\n`,
      );
      const lines = Object.values(document.paths).flatMap(Object.values)
        .flatMap((operation) => operation["x-codeSamples"]);
      assert.ok(lines.length > 10);
      for (const { source } of lines) {
        await run(
          source.replace("{origin}", server.url.replace(/\/$/, "")),
          cwd,
        );
      }
    } finally {
      await Deno.remove(cwd, { recursive: true });
    }
  },
});
