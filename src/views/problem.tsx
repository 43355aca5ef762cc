import { Answer } from "./answer.tsx";
import { ResultFrame } from "./result_frame.tsx";

interface ProblemResultProps {
  readonly title: string;
  readonly detail: string;
  /** Says so where the device itself answered. */
  readonly offline?: string | null | undefined;
}

/** Why there is no answer, in the place of the answer. */
export function ProblemResult(
  { title, detail, offline }: ProblemResultProps,
) {
  return (
    <ResultFrame text="" state="problem" offline={offline}>
      <Answer text="!" decorative verdict={title} note={detail} />
    </ResultFrame>
  );
}
