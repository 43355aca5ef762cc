import * as v from "valibot";
import { Id } from "./id.ts";
import { ProblemBody } from "./problem_body.ts";

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Milliseconds = v.pipe(v.number(), v.minValue(0));
const Digit = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9));

/** A rectangle in pixels of the upright picture as sent. */
export const BoxBody = v.pipe(
  v.strictObject({ x: Count, y: Count, width: Count, height: Count }),
  v.description("In pixels of the upright picture as sent."),
);

/** One digit as it was read. */
export const DigitBody = v.strictObject({
  digit: v.pipe(
    v.nullable(Digit),
    v.description('null where it was rejected, which "text" shows as "?".'),
  ),
  confidence: v.pipe(
    Share,
    v.description("Probability of the likeliest digit, if it is a digit."),
  ),
  probabilities: v.pipe(
    v.array(Share),
    v.length(10),
    v.description("Of 0 to 9, if it is a digit; they sum to 1."),
  ),
  verdict: v.picklist(["sure", "unsure", "rejected"]),
  alternatives: v.exactOptional(v.pipe(
    v.array(Digit),
    v.description("Only of an unsure one: digits worth considering."),
  )),
  line: v.pipe(Count, v.description('Index into "lines".')),
  box: v.nullable(BoxBody),
});

/** The answer to a picture. */
export const PredictionBody = v.strictObject({
  text: v.pipe(
    v.string(),
    v.description("What the picture says, its lines joined by line feeds."),
  ),
  lines: v.array(v.string()),
  digits: v.pipe(
    v.array(DigitBody),
    v.description("In reading order, line after line."),
  ),
  blank: v.pipe(v.boolean(), v.description("Whether there is no ink.")),
  leftOut: v.pipe(
    v.array(BoxBody),
    v.description("What stands beside the digits and is none."),
  ),
  crowded: v.pipe(
    v.boolean(),
    v.description("Whether there is too much in it to look for digits."),
  ),
  model: v.strictObject({ name: v.string(), version: v.string() }),
  timing: v.pipe(
    v.strictObject({
      decode: Milliseconds,
      imaging: Milliseconds,
      inference: Milliseconds,
    }),
    v.description("Milliseconds."),
  ),
});

const Named = {
  id: v.exactOptional(v.pipe(
    Id,
    v.description('The "id" of the line, or the name of the file.'),
  )),
};

/** Where a line stands that has no name to find it by. */
const Placed = {
  ...Named,
  line: v.exactOptional(v.pipe(
    v.number(),
    v.integer(),
    v.minValue(1),
    v.description(
      'Only without an "id": the line of the body, from 1, blank ones counted.',
    ),
  )),
};

/** A line of the answer to a batch. */
export const BatchAnswerBody = v.pipe(
  v.union([
    v.strictObject({ ...Named, ...PredictionBody.entries }),
    v.strictObject({ ...Placed, ...ProblemBody.entries }),
  ]),
  v.description(
    'What one picture says, or why it was not read: then it has a "status".',
  ),
);

export type Prediction = v.InferOutput<typeof PredictionBody>;
