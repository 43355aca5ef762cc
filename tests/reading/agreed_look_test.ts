import assert from "node:assert/strict";
import { agreedLook, isWorthChannels, type Look } from "../../src/look.ts";

/** A look at a photo, by what it reads; digits that are "?" were rejected. */
function lookAt(text: string, plausibility: number, pieces = text.length) {
  const digits = [...text].map((sign) => ({
    digit: sign === "?" ? null : Number(sign),
    confidence: plausibility,
    probabilities: [],
    strangeness: 0,
    several: 0,
    verdict: "sure" as const,
    alternatives: [],
    box: null,
  }));
  const reading = { text, blank: text === "", digits, paper: {} };
  return { reading, pieces, plausibility, mayOmit: false };
}

/** What is read of a first look and the others. */
function agreed(
  ...looks: readonly Look<{
    text: string;
    blank: boolean;
    digits: ReturnType<typeof lookAt>["reading"]["digits"];
    paper: object;
  }>[]
): string {
  return agreedLook(looks[0]!, looks.slice(1)).reading.text;
}

Deno.test("two looks that see the same number are believed, and the first against one", () => {
  assert.equal(
    agreed(lookAt("1", 0.9), lookAt("85", 0.9), lookAt("85", 0.4)),
    "85",
  );
  assert.equal(
    agreed(
      lookAt("?", 0),
      lookAt("4", 0.9),
      lookAt("7", 0.9),
      lookAt("4", 0.9),
    ),
    "4",
  );
  assert.equal(
    agreed(lookAt("1", 0.9), lookAt("85", 0.9), lookAt("1", 0.9)),
    "1",
  );
  assert.equal(
    agreed(lookAt("1", 0.9), lookAt("85", 0.9), lookAt("8", 0.9)),
    "1",
  );
  assert.equal(agreed(lookAt("17", 0.5)), "17");
});

Deno.test("strokes that two looks see may be edges", () => {
  assert.equal(agreed(lookAt("4", 0.6), lookAt("1", 1), lookAt("1", 1)), "4");
});

Deno.test("looks that agree on nothing, or on what is hardly plausible, are not believed", () => {
  assert.equal(agreed(lookAt("3", 0.6), lookAt("", 1), lookAt("", 1)), "3");
  assert.equal(
    agreed(lookAt("3", 0.6), lookAt("85", 0.4), lookAt("85", 0.4)),
    "3",
  );
  assert.equal(agreed(lookAt("?", 0), lookAt("??", 0), lookAt("??", 0)), "?");
});

Deno.test("no further look is taken once two agree", () => {
  function* looks() {
    yield lookAt("3", 0.6);
    assert.fail("looked again");
  }
  assert.equal(agreedLook(lookAt("3", 0.6), looks()).reading.text, "3");
});

Deno.test("what is beyond doubt, a page of pieces and a drawing are not looked at in their colours", () => {
  assert.ok(isWorthChannels(lookAt("35", 0.9)));
  assert.ok(isWorthChannels(lookAt("11", 1)), "edges look like strokes");
  assert.ok(!isWorthChannels(lookAt("35", 1)));
  assert.ok(!isWorthChannels(lookAt("35", 0.9, 50)));
  assert.ok(!isWorthChannels(lookAt("?", 0, 20)));
  const drawn = lookAt("35", 0.9);
  assert.ok(
    !isWorthChannels({ ...drawn, reading: { ...drawn.reading, paper: null } }),
  );
});
