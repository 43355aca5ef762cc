import { Answer } from "./answer.tsx";
import { ResultFrame } from "./result_frame.tsx";
import type { Message } from "./words/result.ts";
import type { Words } from "./words/words.ts";

interface ProblemResultProps {
  readonly message: Message;
  readonly words: Words;
}

/** Why there is no answer, in the place of the answer. */
export function ProblemResult({ message, words }: ProblemResultProps) {
  return (
    <ResultFrame text="" state="problem" words={words.result}>
      <Answer text="!" decorative message={message} />
    </ResultFrame>
  );
}
