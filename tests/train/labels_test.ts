import assert from "node:assert/strict";
import { LabelsError, parseLabels } from "../../train/labels.ts";

Deno.test("parseLabels() reads files and what they say", () => {
  assert.deepEqual(parseLabels("file,label\na.png,7\nb.png,12|34\nc.png,\n"), [
    { file: "a.png", label: "7" },
    { file: "b.png", label: "12|34" },
    { file: "c.png", label: "" },
  ]);
});

Deno.test("parseLabels() takes columns in any order, quotes, CRLF and a byte order mark", () => {
  assert.deepEqual(
    parseLabels('\uFEFFlabel,who,file\r\n5,"A, ""B""","x, y.png"\r\n'),
    [
      { file: "x, y.png", label: "5" },
    ],
  );
});

Deno.test("parseLabels() keeps leading zeros", () => {
  assert.deepEqual(parseLabels("file,label\na.png,007"), [{
    file: "a.png",
    label: "007",
  }]);
});

Deno.test("parseLabels() asks for the header", () => {
  assert.throws(
    () => parseLabels("a.png,7\n"),
    new LabelsError(
      'line 1: expected a header with file and label, found "a.png,7"',
    ),
  );
});

Deno.test("parseLabels() names the line of a label that says no digits", () => {
  assert.throws(
    () => parseLabels("file,label\na.png,1\nb.png,seven\n"),
    new LabelsError('line 3: expected digits and "|", found "seven"'),
  );
});
