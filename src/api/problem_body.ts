import * as v from "valibot";

/** Why there is no answer (RFC 9457). */
export const ProblemBody = v.strictObject({
  type: v.literal("about:blank"),
  title: v.pipe(v.string(), v.description("The status in words.")),
  status: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(400),
    v.maxValue(599),
  ),
  detail: v.pipe(
    v.string(),
    v.description("One sentence: what was expected, and what came."),
  ),
});
