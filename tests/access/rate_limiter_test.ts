import assert from "node:assert/strict";
import { clientOf } from "../../src/access/client.ts";
import { createRateLimiter, RateError } from "../../src/access/rate_limiter.ts";

Deno.test("a client gets its burst at once, then one an interval, and never more than its burst", () => {
  let time = 0;
  const { take } = createRateLimiter({ burst: 3, interval: 1000 }, () => time);
  const count = () => {
    let taken = 0;
    while (true) {
      try {
        take("one");
        taken++;
      } catch (error) {
        assert.ok(error instanceof RateError);
        return taken;
      }
    }
  };
  assert.equal(count(), 3);
  time += 999;
  assert.equal(count(), 0);
  time += 1;
  assert.equal(count(), 1);
  time += 2500;
  assert.equal(count(), 2);
  time += 500;
  assert.equal(count(), 1);
  time += 1e9;
  assert.equal(count(), 3);
});

Deno.test("after the seconds that a refusal names it is granted", () => {
  let time = 0;
  const { take } = createRateLimiter({ burst: 1, interval: 2500 }, () => time);
  take("one");
  time += 700;
  assert.throws(() => take("one"), (error) => {
    assert.ok(error instanceof RateError);
    assert.equal(error.retryAfter, 2);
    time += 1000 * error.retryAfter;
    return true;
  });
  take("one");
});

Deno.test("clients do not use up what others have, and looking uses up nothing", () => {
  const { take, check } = createRateLimiter(
    { burst: 1, interval: 1000 },
    () => 0,
  );
  for (let i = 0; i < 5; i++) check("one");
  take("one");
  take("two");
  assert.throws(() => check("one"), RateError);
  assert.throws(() => take("two"), RateError);
});

Deno.test("a client that comes from ever new addresses is still held to its rate at each", () => {
  const { take } = createRateLimiter({ burst: 1, interval: 1e9 }, () => 0);
  for (let i = 0; i < 30_000; i++) take(`address ${i}`);
  assert.throws(() => take("address 29999"), RateError);
});

Deno.test("a client is an IPv4 address or the network of an IPv6 one", () => {
  assert.equal(clientOf("192.0.2.7"), "192.0.2.7");
  assert.equal(clientOf("::ffff:192.0.2.7"), "192.0.2.7");
  const network = clientOf("2001:db8:1:2:3:4:5:6");
  assert.equal(clientOf("2001:db8:1:2::9"), network);
  assert.notEqual(clientOf("2001:db8:1:3::9"), network);
  assert.equal(clientOf("::1"), clientOf("::2"));
  assert.equal(clientOf("2001:db8::1"), "2001:db8:0:0::/64");
});
