/**
 * The same service as one would put it together of packages: Hono takes the
 * request, sharp decodes and scales, onnxruntime runs the network, with the same
 * weights. A picture is read as one digit: turned upright, at most 1200 pixels a
 * side, thresholded, its ink cut out, scaled to 20 pixels and centred by mass in
 * 28x28. Light, lines, several digits and what is no digit are not looked after.
 */

import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { DIGIT_COUNT } from "../../src/inference/classes.ts";
import { elements } from "../../src/inference/network.ts";
import { softmax } from "../../src/inference/softmax.ts";
import { loadModel } from "../../train/load_model.ts";
import { createOnnxruntime } from "../onnxruntime.ts";
import { centre, inkBox, inkOf, otsu } from "./peer_normalize.ts";
import { loadSharp } from "./sharp.ts";

/** It has one core. */
const THREADS = 1;
const MAX_SIDE = 1200;
const GLYPH_SIDE = 20;

const model = await loadModel(Deno.args[0]!);
const sharp = await loadSharp(THREADS);
const network = await createOnnxruntime(model, "node", THREADS);

/** Pixels of 28x28, 1 = ink; null for a blank picture. */
async function normalize(bytes: Uint8Array): Promise<Float32Array | null> {
  const { data, info } = await sharp(bytes)
    .rotate()
    .resize(MAX_SIDE, MAX_SIDE, { fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#fff" })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const ink = inkOf(data, otsu(data));
  const box = inkBox(ink, info.width);
  if (!box) return null;
  const { width, height } = info;
  const glyph = await sharp(ink, { raw: { width, height, channels: 1 } })
    .extract(box)
    .resize(GLYPH_SIDE, GLYPH_SIDE, { fit: "inside" })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return centre(glyph);
}

async function predict(pixels: Float32Array) {
  const logits = await network.forward(pixels, 1);
  const probabilities = new Float64Array(DIGIT_COUNT);
  softmax(
    probabilities,
    logits.subarray(0, DIGIT_COUNT),
    model.calibration.temperature,
  );
  const confidence = Math.max(...probabilities);
  const digit = probabilities.indexOf(confidence);
  const digits = [{ digit, confidence, probabilities: [...probabilities] }];
  return { text: String(digit), digits, blank: false };
}

const app = new Hono();
app.post("/predict", async (c) => {
  const isJson = c.req.header("Content-Type") === "application/json";
  const pixels = isJson
    ? Float32Array.from((await c.req.json()).pixels)
    : await normalize(new Uint8Array(await c.req.arrayBuffer()));
  return c.json(
    pixels ? await predict(pixels) : { text: "", digits: [], blank: true },
  );
});
app.post("/v2/models/digits/infer", async (c) => {
  const { inputs: [{ data }] } = await c.req.json();
  const pixels = Float32Array.from(data.flat(Infinity));
  const images = pixels.length / elements(model.network.input);
  const logits = await network.forward(pixels, images);
  const probabilities = new Float64Array(logits.length);
  const classes = logits.length / images;
  for (let i = 0; i < images; i++) {
    softmax(
      probabilities.subarray(i * classes, (i + 1) * classes),
      logits.subarray(i * classes, (i + 1) * classes),
      model.calibration.temperature,
    );
  }
  return c.json({
    model_name: "digits",
    outputs: [{
      name: "probabilities",
      datatype: "FP32",
      shape: [images, classes],
      data: [...probabilities],
    }],
  });
});

serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
  console.log(`listening at http://127.0.0.1:${port}/`);
});
