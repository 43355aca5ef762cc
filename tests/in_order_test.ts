import assert from "node:assert/strict";
import { inOrder } from "../src/in_order.ts";
import { seeded } from "./imaging/draw.ts";

const BOUNDS = { running: 3, ahead: 7 };
const ITEMS = 200;

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

Deno.test("inOrder() hands on every result in the order of the items, however long each takes", async () => {
  const random = seeded(1);
  const work = async (item: number) => {
    await later(random() < 0.05 ? 20 : 4 * random());
    return item;
  };
  const results = await Array.fromAsync(inOrder(numbers(), work, BOUNDS));
  assert.deepEqual(results, Array.from({ length: ITEMS }, (_, i) => i));
});

Deno.test("inOrder() never runs more than it may, nor asks for items too far ahead", async () => {
  let [asked, running, taken] = [0, 0, 0];
  let [mostRunning, mostAhead] = [0, 0];
  async function* items() {
    for (; asked < ITEMS;) yield asked++;
  }
  const work = async (item: number) => {
    mostRunning = Math.max(mostRunning, ++running);
    mostAhead = Math.max(mostAhead, asked - taken);
    // One slow item, behind which quick ones could pile up.
    await later(item === 20 ? 100 : 1);
    running--;
  };
  for await (const _ of inOrder(items(), work, BOUNDS)) taken++;
  assert.equal(taken, ITEMS);
  assert.equal(mostRunning, BOUNDS.running);
  // One result more is on its way to whoever takes it.
  assert.ok(mostAhead <= BOUNDS.ahead + 1, `${mostAhead}`);
  assert.ok(mostAhead > BOUNDS.running, `${mostAhead}`);
});

Deno.test("inOrder() asks for nothing more while its results are not taken", async () => {
  let asked = 0;
  async function* items() {
    for (;;) yield asked++;
  }
  const results = inOrder(items(), () => later(1), BOUNDS);
  await results.next();
  await later(50);
  assert.ok(asked <= BOUNDS.ahead + 1, `${asked}`);
  await results.return(undefined);
});

Deno.test("inOrder() throws what work throws after the results before it, and ends the source", async () => {
  let isEnded = false;
  async function* items() {
    try {
      yield* numbers();
    } finally {
      isEnded = true;
    }
  }
  const work = async (item: number) => {
    await later(item === 5 ? 0 : 2);
    if (item >= 5) throw new RangeError(`item ${item}`);
    return item;
  };
  const found: number[] = [];
  await assert.rejects(async () => {
    for await (const result of inOrder(items(), work, BOUNDS)) {
      found.push(result);
    }
  }, /item 5/);
  assert.deepEqual(found, [0, 1, 2, 3, 4]);
  assert.ok(isEnded);
});

async function* numbers() {
  for (let item = 0; item < ITEMS; item++) yield item;
}
