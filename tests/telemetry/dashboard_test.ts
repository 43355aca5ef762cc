import assert from "node:assert/strict";
import { sevenPng } from "../app/drawing.ts";
import { startServer } from "../server_process.ts";
import { parseExposition, type Scraped } from "./parse_exposition.ts";

const read = (path: string) =>
  Deno.readTextFileSync(new URL(`../../${path}`, import.meta.url));

/** What Prometheus itself adds to everything it scrapes. */
const ADDED = ["job", "instance"];

/** What a server exports that has read a picture. */
async function scrape(): Promise<Scraped[]> {
  await using server = await startServer();
  const reading = await fetch(new URL("predict", server.url), {
    method: "POST",
    headers: { "Content-Type": "image/png" },
    body: sevenPng.slice(),
  });
  await reading.body?.cancel();
  const response = await fetch(new URL("metrics", server.url));
  return parseExposition(await response.text());
}

interface Panel {
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}

const { panels }: { panels: readonly Panel[] } = JSON.parse(
  read("deploy/grafana/inkling.json"),
);
const rules = read("deploy/prometheus/inkling.rules.yml");

const queries = [
  ...panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr }) => [`the panel "${title}"`, expr] as const)
  ),
  ...rules.split("- alert: ").slice(1).map((rule) => {
    const [name = ""] = rule.split("\n");
    const [, expr = ""] = rule.split(/expr: |\n\s+(?:for|labels):/);
    return [`the alert ${name}`, expr] as const;
  }),
];

const scraped = await scrape();
const exported = new Map<string, string[]>([["up", []]]);
for (const { name, labels } of scraped) exported.set(name, Object.keys(labels));

for (const [what, query] of queries) {
  Deno.test(`${what} asks for what is exported`, () => {
    const selected = [...query.matchAll(/(\w+)\{([^}]*)\}/g)];
    assert.ok(selected.length > 0, query);
    const known = new Set(ADDED);
    for (const [, name = "", matchers = ""] of selected) {
      const labels = exported.get(name);
      assert.ok(labels, `${name} is not exported`);
      for (const label of labels) known.add(label);
      for (const [, label = ""] of matchers.matchAll(/(\w+)[!=]/g)) {
        assert.ok([...labels, ...ADDED].includes(label), `${name}: ${label}`);
      }
    }
    for (const [, list = ""] of query.matchAll(/by \(([^)]*)\)/g)) {
      for (const label of list.split(", ")) assert.ok(known.has(label), label);
    }
  });
}

Deno.test("all that is exported is looked at by a panel or an alert", () => {
  const asked = queries.map(([, query]) => query).join("\n");
  const families = [...exported.keys()].map((name) =>
    name.replace(/_(bucket|sum|count)$/, "")
  );
  const idle = [...new Set(families)].filter((name) => !asked.includes(name));
  assert.deepEqual(idle, []);
});

Deno.test("every alert leads to a section of docs/operations.md", () => {
  const alerts = rules.match(/- alert:/g)?.length;
  const links = [...rules.matchAll(/runbook: (\S+)#(\S+)/g)];
  assert.ok(alerts !== undefined && alerts === links.length);
  for (const [, path = "", anchor] of links) {
    const anchors = [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
      title!.toLowerCase().replaceAll(/[^\w\s-]/g, "").replaceAll(" ", "-")
    );
    assert.ok(anchors.includes(anchor!), anchor);
  }
});
