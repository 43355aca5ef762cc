import type { Prediction } from "../../api/prediction.ts";
import type { JsonPicture } from "../bodies/json_picture.ts";
import { predictAnswer } from "./predict_answer.ts";
import type { Services } from "../services.ts";

/** What the prediction takes. */
export type Predictor = Pick<Services, "read" | "recognizer" | "model">;

/**
 * What a picture says, as JSON.
 *
 * @throws {PictureError} When it is no picture that can be read.
 */
export async function predictPicture(
  { read, recognizer, model }: Predictor,
  picture: JsonPicture,
): Promise<Prediction> {
  if (picture.kind === "pixels") {
    const reading = recognizer.readNormalized(picture.pixels);
    return predictAnswer(reading, model, 0);
  }
  const { reading, decode } = await read(picture.bytes);
  return predictAnswer(reading, model, decode);
}
