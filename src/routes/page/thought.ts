import type { Explanation } from "../../explain/explainer.ts";
import { NORMALIZED_SIDE } from "../../imaging/normalize.ts";
import type { FeatureMaps } from "../../inference/feature_maps.ts";
import type { LayerThought, Thought } from "../../views/reading/thought.tsx";
import { drawContactSheet } from "./contact_sheet.ts";
import { drawEvidence } from "./evidence_picture.ts";
import { showDrawing } from "./stage_picture.ts";

/** Draws an explanation for the page. */
export function thoughtPictures(
  { judgement, pixels, evidence, features }: Explanation,
): Thought {
  return {
    digit: judgement.digit,
    evidence: showDrawing(drawEvidence(NORMALIZED_SIDE, pixels, evidence)),
    layers: features.map(layerThought),
  };
}

function layerThought(features: FeatureMaps): LayerThought {
  const { drawing, strongest, silent } = drawContactSheet(features);
  return {
    picture: showDrawing(drawing),
    ...features.shape,
    strongest: strongest.map((channel) => channel + 1),
    silent,
  };
}
