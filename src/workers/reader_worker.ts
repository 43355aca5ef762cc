/// <reference lib="deno.worker" />
/** Reads one untrusted picture after the other, away from the event loop of the server. */

import { decodeForNow } from "../imaging/decode/decode.ts";
import { resumeEngine } from "../inference/choose.ts";
import { createPictureReader, type PictureReading } from "../picture_reader.ts";
import { createRecognizer } from "../recognize.ts";
import { collectGarbage } from "./collect_garbage.ts";
import {
  type Answer,
  answerOf,
  type Question,
  type Start,
} from "./messages.ts";

self.onmessage = (
  { data: { model, program, isThrifty } }: MessageEvent<Start>,
) => {
  const engine = resumeEngine(model, program);
  const reader = createPictureReader(
    decodeForNow,
    createRecognizer(engine, model.calibration),
  );
  self.onmessage = async ({ data }: MessageEvent<Question>) => {
    try {
      post(await reader[data.wanted](data.bytes));
    } catch (error) {
      self.postMessage(answerOf(error));
    }
    if (isThrifty) collectGarbage();
  };
  self.postMessage(null);
};

function post(reading: PictureReading): void {
  const answer: Answer<PictureReading> = { reading };
  self.postMessage(answer);
}
