import assert from "node:assert/strict";
import { app } from "../app/services.ts";
import { askDescribed, operationOf, violations } from "./described.ts";

/** Numbers in [0, 1), the same in every run (Numerical Recipes, 7.1). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const STRANGERS = [
  null,
  true,
  0,
  0.25,
  1,
  -1,
  1.5,
  784,
  1e300,
  "",
  "FP32",
  [],
  [0.5],
  {},
  { name: "digit" },
];

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null;

/** A value with one change, somewhere in it. */
function change(value: Json, random: () => number): Json {
  const pick = <Item>(items: readonly Item[]) =>
    items[Math.floor(random() * items.length)]!;
  if (typeof value !== "object" || value === null || random() < 0.1) {
    return pick(STRANGERS);
  }
  const copy: Json = structuredClone(value);
  const key = pick(Object.keys(copy)) ?? "0";
  const kind = random();
  if (Array.isArray(copy)) {
    const index = Number(key);
    if (kind < 0.2) copy.splice(index, 1);
    else if (kind < 0.4) copy.push(0);
    else copy[index] = change(copy[index] ?? null, random);
    return copy;
  }
  if (kind < 0.2) delete copy[key];
  else if (kind < 0.4) copy["more"] = 1;
  else copy[key] = change(copy[key]!, random);
  return copy;
}

const pixels = Array.from({ length: 784 }, (_, i) => i % 10 / 10);
const tensor = {
  name: "image",
  shape: [1, 28, 28],
  datatype: "FP32",
  data: [Array.from({ length: 28 }, () => pixels.slice(0, 28))],
};
/** Bodies that are answered, and whether the document says all that is asked of them. */
const BODIES: [path: string, body: Json, isWhole: boolean][] = [
  ["/predict", { pixels }, true],
  // That numbers are as many as the shape says, no JSON Schema can say.
  [
    "/v2/models/digits/infer",
    {
      id: "1",
      parameters: { priority: 1 },
      inputs: [tensor],
      outputs: [{ name: "digit", parameters: {} }],
    },
    false,
  ],
];
const CHANGES = 2000;

for (const [path, body, isWhole] of BODIES) {
  Deno.test(`${path} takes the bodies that the document allows`, async () => {
    const { schema } = operationOf("POST", path)!.requestBody!
      .content["application/json"]!;
    const random = createRandom(7);
    const counts = { taken: 0, refused: 0 };
    for (let i = 0; i <= CHANGES; i++) {
      const sent = i === 0 ? body : change(body, random);
      const { status } = await askDescribed(app, path, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(sent),
      });
      assert.ok(status === 200 || status === 400, `${status}`);
      const found = violations(schema!, sent);
      const told = `${status} ${found}: ${JSON.stringify(sent).slice(0, 300)}`;
      if (status === 200) assert.deepEqual(found, [], told);
      else if (isWhole) assert.notDeepEqual(found, [], told);
      counts[status === 200 ? "taken" : "refused"]++;
    }
    assert.ok(counts.taken > 10 && counts.refused > 10, JSON.stringify(counts));
  });
}
