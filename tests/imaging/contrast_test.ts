import assert from "node:assert/strict";
import {
  countResiduals,
  measureContrast,
  residualsFrom,
} from "../../src/imaging/contrast.ts";
import { Random } from "../../train/random.ts";

Deno.test("residualsFrom() counts of the levels of a picture what countResiduals() counts of its pixels", () => {
  for (let seed = 0; seed < 50; seed++) {
    const random = new Random(seed);
    const level = Math.floor(256 * random.uniform());
    const gray = Uint8Array.from(
      { length: 500 },
      () => Math.floor(256 * random.uniform()),
    );
    const counts = new Float64Array(256);
    for (const value of gray) counts[value]!++;
    assert.deepEqual(
      residualsFrom(counts, level),
      countResiduals(Int16Array.from(gray, (value) => value - level)),
      `seed ${seed}`,
    );
  }
});

Deno.test("measureContrast() tells light ink from dark ink by what differs most, and finds none on bare paper", () => {
  const residual = (ink: number) =>
    countResiduals(
      Int16Array.from({ length: 400 }, (_, i) => i < 40 ? ink : 0),
    );
  assert.equal(measureContrast(residual(200))?.polarity, 1);
  assert.equal(measureContrast(residual(-200))?.polarity, -1);
  assert.equal(measureContrast(residual(3)), null);
});
