import type {
  InferenceResponseBody,
  OutputName,
} from "../../api/inference_protocol.ts";
import type { Judgement } from "../../inference/calibrate.ts";
import { DIGIT_COUNT } from "../../inference/classes.ts";
import type { InferenceInput } from "./inference_input.ts";
import type { Services } from "../services.ts";

type Output = InferenceResponseBody["outputs"][number];
type Judged = Pick<Judgement, "digit" | "probabilities" | "strangeness">;

/** What an INT64 says of an image that shows no digit. */
const REJECTED = -1;
/** Significant digits that tell any two float32 apart (IEEE 754-2019, 5.12.2). */
const FLOAT32_DIGITS = 9;

/** Without ink there is nothing to judge: no digit, and any is as likely. */
const BLANK: Judged = {
  digit: null,
  probabilities: Array<number>(DIGIT_COUNT).fill(1 / DIGIT_COUNT),
  strangeness: 1,
};

/** Asks the network, one image after the other. */
export function answerInference(
  { id, images, outputs }: InferenceInput,
  { recognizer, model }: Pick<Services, "recognizer" | "model">,
): InferenceResponseBody {
  const judged = images.map((image) =>
    recognizer.readNormalized(image).digits[0] ?? BLANK
  );
  return {
    model_name: model.name,
    model_version: model.version,
    ...(id !== undefined && { id }),
    outputs: outputs.map((name) => OF[name](judged)),
  };
}

const OF: Readonly<Record<OutputName, (judged: readonly Judged[]) => Output>> =
  {
    probabilities: (judged) => ({
      name: "probabilities",
      shape: [judged.length, DIGIT_COUNT],
      datatype: "FP32",
      data: judged.flatMap(({ probabilities }) => probabilities.map(float32)),
    }),
    strangeness: (judged) => ({
      name: "strangeness",
      shape: [judged.length],
      datatype: "FP32",
      data: judged.map(({ strangeness }) => float32(strangeness)),
    }),
    digit: (judged) => ({
      name: "digit",
      shape: [judged.length],
      datatype: "INT64",
      data: judged.map(({ digit }) => digit ?? REJECTED),
    }),
  };

function float32(value: number): number {
  return Number(value.toPrecision(FLOAT32_DIGITS));
}
