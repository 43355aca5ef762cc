import assert from "node:assert/strict";
import { document } from "../api/described.ts";
import { app } from "./services.ts";

const open = async (language: string, path = "/docs") =>
  await (await app.request(path, {
    headers: { "Accept-Language": language, Accept: "text/html" },
  })).text();

const page = await open("en");

Deno.test("/docs has every operation of the document, and every schema", () => {
  const ids = [...page.matchAll(/<h[34] id="(\w+)"/g)].map(([, id]) => id);
  const operations = Object.values(document.paths).flatMap(Object.values)
    .map(({ operationId }) => operationId);
  for (
    const id of [...operations, ...Object.keys(document.components.schemas)]
  ) {
    assert.ok(ids.includes(id), id);
  }
});

Deno.test("every schema that /docs names leads to it", () => {
  const names = [...page.matchAll(/href="#(\w+)"/g)].map(([, name]) => name);
  assert.ok(names.length > 20);
  for (const name of names) assert.ok(page.includes(`<h3 id="${name}"`), name);
});

Deno.test("no two elements of /docs have one id", () => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
});

Deno.test("/docs tells of fields within fields", () => {
  for (const name of ["digits", "model.name", "inputs[].shape"]) {
    assert.ok(page.includes(`>${name}</code>`), name);
  }
});

Deno.test("lines to copy ask the server that is open", async () => {
  const html = await open("en", "https://digits.example/docs");
  assert.ok(html.includes("curl https://digits.example/healthz"));
  assert.doesNotMatch(html, /127\.0\.0\.1|\{origin\}/);
});

Deno.test("/docs tells the address by which a proxy that ends TLS was asked", async () => {
  const response = await app.request("http://digits.example/docs", {
    headers: { "X-Forwarded-Proto": "https" },
  });
  const html = await response.text();
  assert.ok(html.includes("curl https://digits.example/healthz"));
  assert.doesNotMatch(html, /http:\/\/digits/);
});

Deno.test("/docs has nothing inline that its policy forbids", () => {
  assert.doesNotMatch(page, / style=|<style|<script(?! type="module" src=)/);
  assert.doesNotMatch(page, / on[a-z]+=|hx-on/);
});

/** What the page says by itself: what it takes of the document is in English. */
const ownWords = (html: string) =>
  html.replace(/<(\w+)[^>]* lang="en".*?<\/\1>/gs, "\n")
    .replace(/<code>.*?<\/code>/gs, "\n")
    .replace(/<[^>]*>/g, "\n");

Deno.test("/docs is told in Russian but for what is of the document", async () => {
  const names =
    /\b(Inkling|JSON|API|OpenAPI|Open Inference Protocol|KServe|Triton|RFC|application\/problem\+json|v2|error|Retry-After|English|EN|RU)\b/g;
  const html = await open("ru");
  assert.match(html, /<html lang="ru"/);
  const rest = ownWords(html).replace(names, "").split("\n");
  assert.deepEqual(rest.filter((text) => /[a-z]/i.test(text)), []);
});

Deno.test("/docs is told in English throughout", () => {
  assert.doesNotMatch(ownWords(page).replaceAll("Русский", ""), /[а-яё]/i);
});
