import assert from "node:assert/strict";
import {
  newBytes,
  newFloats,
  newIntegers,
  withLentPlanes,
} from "../../src/imaging/planes.ts";

Deno.test("planes belong to who made them", () => {
  const one = newFloats(100).fill(1);
  assert.notEqual(newFloats(100).buffer, one.buffer);
  assert.ok(one.every((value) => value === 1));
});

Deno.test("lent planes lie in the same memory again, and are empty", () => {
  const use = () => {
    const planes = [newBytes(99), newFloats(1000), newIntegers(100)];
    for (const plane of planes) {
      assert.ok(plane.every((value: number) => value === 0));
      plane.fill(7);
    }
    assert.ok(planes[0]!.every((value: number) => value === 7));
    return planes.map(({ buffer, byteOffset }) => ({ buffer, byteOffset }));
  };
  const [first, second] = [withLentPlanes(use), withLentPlanes(use)];
  for (const [i, { buffer, byteOffset }] of first.entries()) {
    assert.equal(second[i]!.buffer, buffer);
    assert.equal(second[i]!.byteOffset, byteOffset);
  }
});

Deno.test("planes are lent within what lends them already", () => {
  withLentPlanes(() => {
    const outer = newBytes(10).fill(1);
    withLentPlanes(() => newBytes(10).fill(2));
    newBytes(10).fill(3);
    assert.ok(outer.every((value) => value === 1));
  });
});

Deno.test("what has no room in the lent memory is made anew", () => {
  withLentPlanes(() => {
    const planes = Array.from({ length: 9 }, () => newBytes(2 ** 20));
    assert.equal(planes[8]!.length, 2 ** 20);
    assert.notEqual(planes[8]!.buffer, planes[0]!.buffer);
  });
});

Deno.test("a failure ends the lending", () => {
  assert.throws(() =>
    withLentPlanes(() => {
      throw new TypeError("told to fail");
    }), TypeError);
  assert.notEqual(newBytes(10).buffer, newBytes(10).buffer);
});
