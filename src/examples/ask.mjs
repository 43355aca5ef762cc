// Asks Inkling from Deno or Node:
// deno run --allow-net ask.mjs [SERVER], or: node ask.mjs [SERVER]
import process from "node:process";

const server = process.argv[2] ?? "http://127.0.0.1:8000";

/** Why there is no answer stands in the answer, as "detail" or "error". */
async function ask(path, init) {
  const response = await fetch(server + path, init);
  if (response.ok) return response;
  const { detail, error } = await response.json();
  throw new Error(`${response.status}: ${detail ?? error}`);
}

/** The lines of an answer, as they come. */
async function* linesOf({ body }) {
  let rest = "";
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop();
    for (const line of lines) yield JSON.parse(line);
  }
}

// Pictures to ask about; yours do as well.
const pictures = [];
for (const name of ["digit.png", "column.png"]) {
  const response = await ask(`/static/samples/${name}`);
  pictures.push(new File([await response.blob()], name));
}

// One picture: JSON.
const headers = { "Content-Type": "image/png" };
const one = await ask("/predict", {
  method: "POST",
  headers,
  body: pictures[0],
});
const { text } = await one.json();
console.log("One picture says", JSON.stringify(text));

// Several: a line of JSON for each, as soon as it is read.
const form = new FormData();
for (const picture of pictures) form.append("image", picture);
const several = await ask("/predict", { method: "POST", body: form });
for await (const { id, text, detail } of linesOf(several)) {
  console.log(id, "says", JSON.stringify(text ?? detail));
}

// The network alone, by the Open Inference Protocol: a stroke from top to foot.
const data = Array.from({ length: 784 }, (_, i) => {
  const [row, column] = [Math.floor(i / 28), i % 28];
  return row >= 4 && row < 24 && column >= 13 && column < 16 ? 1 : 0;
});
const input = { name: "image", shape: [1, 28, 28], datatype: "FP32", data };
const inference = await ask("/v2/models/digits/infer", {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ inputs: [input], outputs: [{ name: "digit" }] }),
});
const { outputs } = await inference.json();
console.log("The network says", outputs[0].data[0]);
