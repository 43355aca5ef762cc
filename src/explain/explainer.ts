import {
  type Calibration,
  judge,
  type Judgement,
} from "../inference/calibrate.ts";
import { CLASSES, NOT_A_DIGIT, SEVERAL_DIGITS } from "../inference/classes.ts";
import type { Engine } from "../inference/engine.ts";
import { createTracer, type FeatureMaps } from "../inference/feature_maps.ts";
import type { NetworkWeights } from "../inference/network_weights.ts";
import { logOdds } from "./log_odds.ts";
import { occlusion } from "./occlusion.ts";

/** Why a digit was read as it was. */
export interface Explanation {
  readonly judgement: Judgement;
  /** 28x28, row-major, 1 = ink: what was looked into. */
  readonly pixels: Float32Array;
  /** Of every convolution, in the order of the layers. */
  readonly features: readonly FeatureMaps[];
  /**
   * What each pixel adds to the answer, in log-odds; 0 where there is no ink. The answer is the
   * digit that was read, or that it is none.
   */
  readonly evidence: Float64Array;
}

export interface Explainer {
  /** @param pixels 28x28, row-major, 1 = ink. */
  explain(pixels: Float32Array): Explanation;
}

/** @param engine Of the same network; it is run hundreds of times. */
export function createExplainer(
  engine: Engine,
  { network, tensors, calibration }: NetworkWeights & {
    readonly calibration: Calibration;
  },
): Explainer {
  const trace = createTracer({ network, tensors });
  const scratch = new Float32Array(engine.outputLength);
  const side = network.input.width;
  return {
    explain(pixels) {
      const { logits, features } = trace(pixels);
      const judgement = judge(logits, calibration);
      const answer = answerOf(judgement);
      const evidence = occlusion({ side, pixels }, (image) => {
        engine.forward(image, scratch);
        return logOdds(scratch.subarray(0, CLASSES), answer);
      });
      return { judgement, pixels, features, evidence };
    },
  };
}

/** The class that was answered. */
function answerOf({ digit, strangeness, several }: Judgement): number {
  if (digit !== null) return digit;
  return several > strangeness - several ? SEVERAL_DIGITS : NOT_A_DIGIT;
}
