/// <reference lib="deno.worker" />
/** Reads one question's pictures after the other; may read nothing but the source of the service. */

import { decode } from "../imaging/decode/decode.ts";
import { resumeEngine } from "../inference/choose.ts";
import { createRecognizer } from "../recognize.ts";
import { answerQuestion } from "./answer_question.ts";
import type { Question, Start } from "./messages.ts";

self.onmessage = ({ data: { model, program } }: MessageEvent<Start>) => {
  const engine = resumeEngine(model, program);
  const recognizer = createRecognizer(engine, model.calibration);
  self.onmessage = ({ data }: MessageEvent<Question>) => {
    const answer = answerQuestion(data, recognizer, decode);
    self.postMessage(answer, [answer.lines.buffer as ArrayBuffer]);
  };
  self.postMessage(null);
};
