import { refTo } from "../../api/schemas.ts";
import { MAX_BATCH } from "../predict/batch.ts";
import { curl, describe, json, ORIGIN, problems } from "./describe.ts";

const FILE = { type: "string", format: "binary" } as const;
const LINES = "application/x-ndjson";

/** What the OpenAPI document says of `POST /predict`. */
export function describePredict() {
  return describe({
    operationId: "predict",
    tags: ["Reading"],
    summary: "Read pictures",
    description:
      `Takes one picture, and answers JSON; or takes 1 to ${MAX_BATCH} at once, and answers a line of JSON for each, in their order, as soon as it is read: the files of a form whose field \`image\` is repeated, or the lines of \`${LINES}\`. A form with one file is answered so too where \`Accept\` asks for \`${LINES}\`. A picture of several that cannot be read has its problem in its place, with its \`id\` or else the number of its line, and does not hold up the others; a line that takes long has spaces in front. A request may have 10 MiB.`,
    "x-codeSamples": [
      curl("a file", `-F image=@digit.png ${ORIGIN}/predict`),
      curl(
        "a file as the body",
        `-H 'Content-Type: image/png' --data-binary @digit.png ${ORIGIN}/predict`,
      ),
      curl(
        "several files",
        `-F image=@digit.png -F image=@column.png ${ORIGIN}/predict`,
      ),
      curl(
        "lines of JSON",
        `-H 'Content-Type: ${LINES}' --data-binary @- ${ORIGIN}/predict`,
        String
          .raw`printf '{"id": "a", "image": "%s"}\n' "$(base64 < digit.png | tr -d '\n')"`,
      ),
    ],
    requestBody: {
      required: true,
      content: {
        "multipart/form-data": {
          schema: {
            type: "object",
            properties: {
              image: {
                type: "array",
                items: FILE,
                minItems: 1,
                maxItems: MAX_BATCH,
                description:
                  "PNG, JPEG, GIF or WebP files: the field once for each.",
              },
            },
            required: ["image"],
          },
        },
        ...json("Picture"),
        ...json("BatchPicture", undefined, LINES),
        "image/png": {},
        "image/jpeg": {},
        "image/gif": {},
        "image/webp": {},
      },
    },
    responses: {
      200: {
        description: "What the picture says, or what each of several does.",
        content: {
          "application/json": {
            schema: refTo("Prediction"),
            example: EXAMPLE,
          },
          [LINES]: { schema: refTo("BatchAnswer") },
        },
      },
      ...problems("Problem", 400, 413, 415, 422, 503),
    },
  });
}

const EXAMPLE = {
  text: "7",
  lines: ["7"],
  digits: [{
    digit: 7,
    confidence: 0.998,
    probabilities: [0, 0, 0.001, 0, 0, 0, 0, 0.998, 0, 0.001],
    verdict: "sure",
    line: 0,
    box: { x: 61, y: 40, width: 92, height: 150 },
  }],
  blank: false,
  leftOut: [],
  crowded: false,
  model: { name: "digits", version: "2026-11-22-c9e56fbf" },
  timing: { decode: 0.5, imaging: 1.6, inference: 0.04 },
};
