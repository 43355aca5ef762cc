import { Answer } from "./answer.tsx";
import { ResultFrame } from "./result_frame.tsx";
import type { Message } from "../words/result.ts";
import type { Words } from "../words/words.ts";

interface ProblemResultProps {
  readonly message: Message;
  readonly words: Words;
  /** Says so where the device itself answered. */
  readonly offline?: string | null | undefined;
}

/** Why there is no answer, in the place of the answer. */
export function ProblemResult(
  { message, words, offline }: ProblemResultProps,
) {
  return (
    <ResultFrame
      text=""
      state="problem"
      words={words.result}
      offline={offline}
    >
      <Answer text="!" decorative message={message} />
    </ResultFrame>
  );
}

/** Why a part of the page has no answer, in the place of that answer. */
export function ProblemNote({ message }: { readonly message: Message }) {
  return (
    <p role="alert" tabindex={-1} autofocus>
      <b>{message.verdict}.</b> {message.note}
    </p>
  );
}
