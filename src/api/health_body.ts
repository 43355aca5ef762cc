import * as v from "valibot";

/** What the server answers with. */
export const HealthBody = v.strictObject({
  status: v.literal("ok"),
  engine: v.picklist(["loops", "simd"]),
  model: v.strictObject({ name: v.string(), version: v.string() }),
});
