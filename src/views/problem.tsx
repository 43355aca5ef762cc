import { Answer } from "./answer.tsx";
import { ResultFrame } from "./result_frame.tsx";

interface ProblemResultProps {
  readonly title: string;
  readonly detail: string;
}

/** Why there is no answer, in the place of the answer. */
export function ProblemResult({ title, detail }: ProblemResultProps) {
  return (
    <ResultFrame text="" state="problem">
      <Answer text="!" decorative verdict={title} note={detail} />
    </ResultFrame>
  );
}
