import assert from "node:assert/strict";
import { decode } from "../../src/imaging/decode/decode.ts";
import { encodePng } from "../../src/png.ts";

const noise = (length: number) =>
  Uint8Array.from({ length }, (_, i) => (i * 2654435761) >>> 24);

for (const [width, height] of [[1, 1], [28, 28], [7, 240]] as const) {
  Deno.test(`an RGBA PNG of ${width} x ${height} decodes to the same pixels`, () => {
    const rgba = noise(4 * width * height);
    const picture = decode(encodePng("rgba", width, height, rgba));
    assert.deepEqual([picture.width, picture.height], [width, height]);
    assert.deepEqual(picture.rgba, rgba);
  });

  Deno.test(`a gray PNG of ${width} x ${height} decodes to the same pixels`, () => {
    const gray = noise(width * height);
    const { rgba } = decode(encodePng("gray", width, height, gray));
    assert.deepEqual(
      rgba,
      Uint8Array.from([...gray].flatMap((g) => [g, g, g, 255])),
    );
  });
}

Deno.test("a PNG of another length than its size is refused", () => {
  assert.throws(() => encodePng("gray", 2, 2, new Uint8Array(5)), RangeError);
  assert.throws(() => encodePng("rgba", 2, 2, new Uint8Array(4)), RangeError);
  assert.throws(() => encodePng("gray", 0, 2, new Uint8Array(0)), RangeError);
});
