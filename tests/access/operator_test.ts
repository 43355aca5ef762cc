import assert from "node:assert/strict";
import { createOperator } from "../../src/access/operator.ts";
import { createReceipts } from "../../src/access/receipts.ts";
import { createSessions, SESSION_LIFETIME } from "../../src/access/sessions.ts";

Deno.test("a session is open until it ends or its time is over", () => {
  let time = 0;
  const sessions = createSessions(() => time);
  const [one, two] = [sessions.start(), sessions.start()];
  assert.notEqual(one, two);
  assert.ok(sessions.isOpen(one) && sessions.isOpen(two));
  sessions.end(one);
  assert.ok(!sessions.isOpen(one) && sessions.isOpen(two));
  time = SESSION_LIFETIME - 1;
  assert.ok(sessions.isOpen(two));
  time = SESSION_LIFETIME;
  assert.ok(!sessions.isOpen(two));
  for (const other of ["", "x", one]) assert.ok(!sessions.isOpen(other));
});

Deno.test("of very many sessions the oldest end", () => {
  const sessions = createSessions(() => 0);
  const ids = Array.from({ length: 100 }, () => sessions.start());
  assert.ok(!sessions.isOpen(ids[0]!));
  assert.ok(sessions.isOpen(ids[99]!));
  assert.equal(ids.filter((id) => sessions.isOpen(id)).length, 20);
});

Deno.test("the operator's token alone is known", () => {
  const operator = createOperator("a token of the operator");
  assert.ok(operator.knows("a token of the operator"));
  for (const other of ["", "a token", "a token of the operatoR", "ä"]) {
    assert.ok(!operator.knows(other));
  }
});

Deno.test("another token signs cookies with another key", () => {
  const key = (token: string) => createOperator(token).cookieKey.toHex();
  assert.equal(key("0123456789abcdef"), key("0123456789abcdef"));
  assert.notEqual(key("0123456789abcdef"), key("0123456789abcdeg"));
});

Deno.test("a receipt is good for its id, and for those who issued it", () => {
  const receipts = createReceipts(new Uint8Array(32).fill(1));
  const receipt = receipts.issue(42);
  assert.equal(receipts.check(receipt), 42);
  assert.equal(createReceipts(new Uint8Array(32)).check(receipt), null);
  const [, seal] = receipt.split(".");
  for (
    const other of ["", "42", `43.${seal}`, `42.${seal}x`, "42.", `.${seal}`]
  ) {
    assert.equal(receipts.check(other), null, other);
  }
});
